import type { EqlQuery } from './ast';
import { createSequenceSearch } from './search/create_sequence_search';
import type { FoundSequence } from './search/create_sequence_search';
import { runSearch } from './search/run_search';
import type { SearchItem, SearchOptions } from './search/search_options';

/**
 * Runs a sequence over events and gives the matches in the order of their last events.
 * @throws EqlError when the query is no sequence or `checkEql` finds a mistake in it
 */
export const searchSequences = <Item extends SearchItem>(
  query: EqlQuery,
  items: Iterable<Item>,
  options: SearchOptions = {}
): FoundSequence<Item>[] => runSearch(createSequenceSearch<Item>(query, options), items);
