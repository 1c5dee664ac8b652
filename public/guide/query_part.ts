import type { FilledGuidePart } from '../../common/guide/guide_part';

/** A query of the guide, filled from the alert. */
export type QueryPart = Extract<FilledGuidePart, { kind: 'query' }>;

export const isQueryPart = (part: FilledGuidePart): part is QueryPart => part.kind === 'query';
