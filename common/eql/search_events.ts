import type { EventSource } from '../event/source_event';
import type { EqlQuery } from './ast';
import { compileFilter } from './compile/compile_filter';
import { createScope } from './compile/query_scope';
import { EqlError } from './errors/eql_error';
import { compareOrdinals, toOrdinalReader } from './search/ordinal';
import type { Ordinal } from './search/ordinal';
import { createResultWindow } from './search/result_window';
import type { SearchOptions } from './search/search_options';

interface Placed<Item> {
  readonly item: Item;
  readonly ordinal: Ordinal;
}

/**
 * Runs an event query over events and gives the matching ones in order of time.
 * @param items anything that carries an event; the items themselves are returned
 * @throws EqlError when the query is a sequence or a sample
 */
export const searchEvents = <Item extends { readonly source: EventSource }>(
  query: EqlQuery,
  items: Iterable<Item>,
  options: SearchOptions = {}
): Item[] => {
  const { statement } = query;
  if (statement.kind !== 'filter') {
    throw new EqlError(query.text, statement.range, 'query_of_other_kind', {
      values: { wanted: 'event query' },
    });
  }
  const scope = createScope(options);
  const { tiebreakerField } = options;
  const matches = compileFilter(statement, scope);
  const readOrdinal = toOrdinalReader(
    scope.timestamp,
    tiebreakerField === undefined ? undefined : scope.get(tiebreakerField)
  );
  const window = createResultWindow<Placed<Item>>(query.pipes, options.size, (a, b) =>
    compareOrdinals(a.ordinal, b.ordinal)
  );
  let position = 0;
  for (const item of items) {
    if (matches(item.source)) window.add({ ordinal: readOrdinal(item.source, position), item });
    position += 1;
  }
  return window.finish().map(({ item }) => item);
};
