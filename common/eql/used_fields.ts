import type { EqlQuery, Expression } from './ast';
import { collectFields } from './collect_fields';
import { toEventFilters } from './event_filters';
import type { SearchOptions } from './search/search_options';

/**
 * The places in an event, as dotted paths, that a search can look at: an event cut down to them gives the same results.
 * Aliases and sub-fields of a mapping are followed.
 */
export const toUsedFields = (query: EqlQuery, options: SearchOptions = {}): string[] => {
  const { fields, categoryField = 'event.category', timestampField = '@timestamp' } = options;
  const names = new Set([
    categoryField,
    timestampField,
    ...(options.tiebreakerField === undefined ? [] : [options.tiebreakerField]),
    ...toExpressions(query)
      .flatMap(collectFields)
      .map(({ name }) => name),
  ]);
  return [...new Set([...names].map((name) => fields?.byName.get(name)?.path ?? name))];
};

const toExpressions = (query: EqlQuery): Expression[] => [
  ...toEventFilters(query).map(({ condition }) => condition),
  ...toKeys(query),
];

const toKeys = ({ statement }: EqlQuery): Expression[] => {
  if (statement.kind === 'filter') return [];
  const until = statement.kind === 'sample' ? undefined : statement.until;
  return [statement, ...statement.terms, ...(until === undefined ? [] : [until])].flatMap(
    ({ keys }) => keys
  );
};
