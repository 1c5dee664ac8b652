/**
 * The items from `start` on, `count` of them, that would stand there if all were sorted. Of many items only the best are kept
 * and sorted on the way, because a page is a small part of them.
 */
export const selectPage = <T>(
  items: Iterable<T>,
  compare: (a: T, b: T) => number,
  start: number,
  count: number
): T[] => {
  const wanted = start + count;
  // Sorting each time that as many again have come keeps the sorted part cheap for a first page and for a deep one.
  const most = 2 * wanted + 64;
  let best: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    best.push(item);
    if (best.length < most) continue;
    best = best.sort(compare).slice(0, wanted);
    last = best.at(-1);
  }
  return best.sort(compare).slice(start, wanted);
};
