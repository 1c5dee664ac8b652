import type { Search } from './search_options';

/** Feeds a search from an iterable, no further than it needs. */
export const runSearch = <Item, Result>(
  search: Search<Item, Result>,
  items: Iterable<Item>
): Result[] => {
  for (const item of items) if (!search.add(item)) break;
  return search.finish();
};
