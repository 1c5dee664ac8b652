import type { EventSource } from '../event/source_event';
import { fillPlaceholders } from '../osquery/fill_placeholders';
import type { FilledGuidePart, GuidePart } from './guide_part';

/** Fills the queries of a guide from one alert's event and leaves the prose alone. */
export const fillGuide = (parts: readonly GuidePart[], event: EventSource): FilledGuidePart[] =>
  parts.map((part) =>
    part.kind === 'query' ? { ...part, filled: fillPlaceholders(part.template, event) } : part
  );
