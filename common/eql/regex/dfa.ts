import type { Nfa } from './nfa';
import { LAST_CODE_POINT } from './regex_node';
import type { CodeRange } from './regex_node';

/** How much work making a complement deterministic may take, in steps of the machine. */
const MOST_STEPS = 500_000;

export interface DfaState {
  readonly accepts: boolean;
  /** Together they cover all characters. */
  readonly arrows: readonly (CodeRange & { readonly to: number })[];
}

/** The same for the same states in any order. */
export const toStateKey = (states: readonly number[]): string =>
  Uint32Array.from(states).sort().join();

/** Every state of the result has exactly one way on for every character; undefined when it would grow too large. */
export const determinize = (nfa: Nfa): DfaState[] | undefined => {
  const boundaries = nfa.toBoundaries().filter((boundary) => boundary <= LAST_CODE_POINT);
  const sets = [nfa.close([nfa.start])];
  const indexes = new Map([[toStateKey(sets[0] ?? []), 0]]);
  const states: DfaState[] = [];
  let steps = 0;
  for (let index = 0; index < sets.length; index += 1) {
    const set = sets[index] ?? [];
    const arrows = boundaries.map((first, position) => {
      const reached = nfa.step(set, first);
      const key = toStateKey(reached);
      const to = indexes.get(key) ?? sets.push(reached) - 1;
      indexes.set(key, to);
      return { first, last: (boundaries[position + 1] ?? LAST_CODE_POINT + 1) - 1, to };
    });
    steps += boundaries.length * set.reduce((sum, state) => sum + nfa.countArrows(state), 1);
    if (steps > MOST_STEPS) return undefined;
    states.push({ accepts: set.includes(nfa.end), arrows });
  }
  return states;
};
