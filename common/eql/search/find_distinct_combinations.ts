/** Looking for combinations ends here: a key for which it takes more has hardly any. */
const MOST_STEPS = 100_000;

/**
 * Picks one candidate from each list, no candidate twice, in the order of the lists.
 * @param count most combinations
 */
export const findDistinctCombinations = <Item>(
  lists: readonly (readonly Item[])[],
  count: number
): Item[][] => {
  const found: Item[][] = [];
  const picked: Item[] = [];
  let steps = 0;
  const pick = (list: number): void => {
    if (list === lists.length) {
      found.push([...picked]);
      return;
    }
    for (const candidate of lists[list] ?? []) {
      steps += 1;
      if (found.length >= count || steps > MOST_STEPS) return;
      if (picked.includes(candidate)) continue;
      picked.push(candidate);
      pick(list + 1);
      picked.pop();
    }
  };
  pick(0);
  return found.slice(0, count);
};
