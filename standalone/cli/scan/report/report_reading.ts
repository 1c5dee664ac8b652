import { toEventFilters } from '../../../../common/eql/event_filters';
import type { EqlQuery } from '../../../../common/eql/ast';
import type { SearchOptions } from '../../../../common/eql/search/search_options';
import { toUsedFields } from '../../../../common/eql/used_fields';

/** What a run read and found. */
export interface ReadSummary {
  readonly events: number;
  readonly lines: number;
  /** `3 alerts`, `1 match`. */
  readonly found: string;
  /** Fields of the query that no event had. */
  readonly absentFields: readonly string[];
}

/** The lines that every run ends with: whoever finds nothing must see what was searched. */
export const reportReading = (
  { events, lines, found, absentFields }: ReadSummary,
  writeError: (text: string) => void
): void => {
  writeError(`${toCount(events, 'event')} of ${toCount(lines, 'line')}, ${found}\n`);
  if (events === 0 || absentFields.length === 0) return;
  writeError(`0 of ${toCount(events, 'event')} has ${absentFields.join(', ')}\n`);
};

/** `1,179 events` */
export const toCount = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The fields a query asks for; the category only where it matters. */
export const toAskedFields = (query: EqlQuery, options: SearchOptions = {}): string[] => {
  const { categoryField = 'event.category' } = options;
  const isOfAny = toEventFilters(query).every(({ category }) => category === undefined);
  const { tiebreakerField: _orderOnly, ...others } = options;
  return toUsedFields(query, others).filter((field) => !isOfAny || field !== categoryField);
};
