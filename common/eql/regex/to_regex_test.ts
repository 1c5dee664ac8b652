import { toStateKey } from './dfa';
import type { Nfa } from './nfa';
import type { RegexProblem } from './regex_node';
import { toMachine } from './to_machine';

/** How many states the remembered sets may hold; then all are forgotten, which costs time but no memory. */
const MOST_REMEMBERED = 200_000;
/** What a set itself costs, in states. */
const OVERHEAD = 16;
/** Larger sets hardly ever come again, so looking them up would only cost. */
const LARGEST_REMEMBERED = 200;

/** A set of the machine's states, with the ways on that were taken so far. */
interface Place {
  readonly states: readonly number[];
  readonly accepts: boolean;
  /** Undefined for a set that is not remembered. */
  readonly next: Map<number, Place> | undefined;
}

/**
 * Prepares matching whole texts against a regular expression of Lucene. The time is bounded by length of text ×
 * size of expression, whatever both are, and usually is one look-up per character.
 */
export const toRegexTest = (
  pattern: string,
  ignoreCase: boolean
): ((text: string) => boolean) | RegexProblem => {
  const machine = toMachine(pattern, ignoreCase);
  return 'problem' in machine ? machine : toTest(machine);
};

const toTest = (nfa: Nfa): ((text: string) => boolean) => {
  const boundaries = nfa.toBoundaries();
  const asciiClasses = Array.from({ length: 128 }, (_, codePoint) =>
    toClass(boundaries, codePoint)
  );
  const places = new Map<string, Place>();
  let remembered = 0;
  const toPlace = (states: readonly number[]): Place => {
    const accepts = states.includes(nfa.end);
    if (states.length > LARGEST_REMEMBERED) return { states, accepts, next: undefined };
    const key = toStateKey(states);
    const known = places.get(key);
    if (known !== undefined) return known;
    remembered += states.length + OVERHEAD;
    if (remembered > MOST_REMEMBERED) {
      places.clear();
      remembered = 0;
    }
    const place = { states, accepts, next: new Map<number, Place>() };
    places.set(key, place);
    return place;
  };
  const start = nfa.close([nfa.start]);
  return (text) => {
    let place = toPlace(start);
    for (let at = 0; at < text.length; at += 1) {
      const codePoint = text.codePointAt(at) ?? 0;
      if (codePoint > 0xffff) at += 1;
      const kind = asciiClasses[codePoint] ?? toClass(boundaries, codePoint);
      let next = place.next?.get(kind);
      if (next === undefined) {
        next = toPlace(nfa.step(place.states, codePoint));
        place.next?.set(kind, next);
      }
      if (next.states.length === 0) return false;
      place = next;
    }
    return place.accepts;
  };
};

/** Which stretch between boundaries a character lies in. */
const toClass = (boundaries: readonly number[], codePoint: number): number => {
  let low = 0;
  let high = boundaries.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((boundaries[middle] ?? 0) <= codePoint) low = middle;
    else high = middle;
  }
  return low;
};
