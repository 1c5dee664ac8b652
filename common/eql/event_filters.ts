import type { EqlQuery, EventFilter } from './ast';

/**
 * The filters of a query, one or one for each term of a sequence or a sample, `until` and missing terms included:
 * an event that none of them takes can not change the results.
 */
export const toEventFilters = ({ statement }: EqlQuery): EventFilter[] => {
  if (statement.kind === 'filter') return [statement];
  const until = statement.kind === 'sample' ? undefined : statement.until;
  return [...statement.terms, ...(until === undefined ? [] : [until])].map(({ filter }) => filter);
};
