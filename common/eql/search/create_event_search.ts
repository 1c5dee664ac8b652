import type { EqlQuery } from '../ast';
import { compileFilter } from '../compile/compile_filter';
import { createScope } from '../compile/query_scope';
import { getStatement } from './get_statement';
import { compareOrdinals, createOrdinalReader } from './ordinal';
import type { Ordinal } from './ordinal';
import { createResultWindow } from './result_window';
import type { Search, SearchItem, SearchOptions } from './search_options';

interface Placed<Item> {
  readonly item: Item;
  readonly ordinal: Ordinal;
}

/** An event search that is fed event by event. Only matches are kept, and no more than the pipes need. */
export const createEventSearch = <Item extends SearchItem>(
  query: EqlQuery,
  options: SearchOptions = {}
): Search<Item, Item> => {
  const filter = getStatement(query, 'filter', options);
  const scope = createScope(options);
  const matches = compileFilter(filter, scope);
  const readOrdinal = createOrdinalReader(scope, options.tiebreakerField);
  const window = createResultWindow<Placed<Item>>(query.pipes, options.size, (a, b) =>
    compareOrdinals(a.ordinal, b.ordinal)
  );
  let position = 0;
  return {
    add: (item) => {
      position += 1;
      if (!matches(item.source)) return true;
      window.add({ item, ordinal: readOrdinal(item.source, position) });
      return options.areEventsInOrder !== true || !window.isFull();
    },
    finish: () => window.finish().map(({ item }) => item),
  };
};
