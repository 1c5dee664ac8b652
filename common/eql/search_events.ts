import type { EqlQuery } from './ast';
import { createEventSearch } from './search/create_event_search';
import { runSearch } from './search/run_search';
import type { SearchItem, SearchOptions } from './search/search_options';

/**
 * Runs an event query over events and gives the matching ones in order of time.
 * @param items anything that carries an event; the items themselves are returned
 * @throws EqlError when the query is a sequence or a sample, or `checkEql` finds a mistake in it
 */
export const searchEvents = <Item extends SearchItem>(
  query: EqlQuery,
  items: Iterable<Item>,
  options: SearchOptions = {}
): Item[] => runSearch(createEventSearch<Item>(query, options), items);
