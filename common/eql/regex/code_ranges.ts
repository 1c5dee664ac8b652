import { LAST_CODE_POINT } from './regex_node';
import type { CodeRange } from './regex_node';

/** Sorted, without overlaps and gaps of nothing. */
const normalizeRanges = (ranges: readonly CodeRange[]): CodeRange[] => {
  const merged: CodeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before === undefined || range.first > before.last + 1) merged.push(range);
    else
      merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
  }
  return merged;
};

/** All other characters. */
export const invertRanges = (ranges: readonly CodeRange[]): CodeRange[] => {
  const inverted: CodeRange[] = [];
  let next = 0;
  for (const { first, last } of normalizeRanges(ranges)) {
    if (first > next) inverted.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next <= LAST_CODE_POINT) inverted.push({ first: next, last: LAST_CODE_POINT });
  return inverted;
};

/** Adds the other case of A–Z and a–z. */
export const foldRanges = (ranges: readonly CodeRange[]): CodeRange[] =>
  normalizeRanges([
    ...ranges,
    ...ranges.flatMap((range) => shift(range, 0x41, 0x5a, 0x20)),
    ...ranges.flatMap((range) => shift(range, 0x61, 0x7a, -0x20)),
  ]);

/** The part of a range between two letters, moved. */
const shift = (range: CodeRange, from: number, to: number, by: number): CodeRange[] => {
  const first = Math.max(range.first, from);
  const last = Math.min(range.last, to);
  return first > last ? [] : [{ first: first + by, last: last + by }];
};
