import type { EqlQuery } from './ast';
import { createSampleSearch } from './search/create_sample_search';
import type { FoundSample, SampleOptions } from './search/create_sample_search';
import { runSearch } from './search/run_search';
import type { SearchItem } from './search/search_options';

/**
 * Runs a sample over events and gives the matches in the order of their keys, null first.
 * @throws EqlError when the query is no sample or `checkEql` finds a mistake in it
 */
export const searchSamples = <Item extends SearchItem>(
  query: EqlQuery,
  items: Iterable<Item>,
  options: SampleOptions = {}
): FoundSample<Item>[] => runSearch(createSampleSearch<Item>(query, options), items);
