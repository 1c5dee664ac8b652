/** Most names worth showing. */
const MOST_NAMES = 5;

/**
 * Names that may have been meant, the most similar first, and none that differs much more than the best.
 * Case does not count as a difference.
 */
export const findSimilarNames = (name: string, known: Iterable<string>): string[] => {
  const allowed = Math.max(1, Math.round(name.length / 3));
  const wanted = name.toLowerCase();
  const similar: { candidate: string; distance: number }[] = [];
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > allowed) continue;
    const distance = countEdits(wanted, candidate.toLowerCase());
    if (distance <= allowed) similar.push({ candidate, distance });
  }
  const best = Math.min(...similar.map(({ distance }) => distance));
  return similar
    .filter(({ distance }) => distance <= best + 1)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ candidate }) => candidate);
};

/** How many characters must be added, removed, replaced or swapped with their neighbour. */
const countEdits = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? 0;
};
