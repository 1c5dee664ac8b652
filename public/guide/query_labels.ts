import type { FilledGuidePart } from '../../common/guide/guide_part';

/** The guide's name of each of its runnable queries, by the filled SQL. */
export const toQueryLabels = (parts: readonly FilledGuidePart[]): ReadonlyMap<string, string> =>
  new Map(
    parts.flatMap((part) =>
      part.kind === 'query' && part.filled.kind === 'ready' ? [[part.filled.sql, part.label]] : []
    )
  );
