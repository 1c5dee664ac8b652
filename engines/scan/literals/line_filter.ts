import { moveForward } from '../../../common/eql/compile/move_forward';
import type { LiteralChoice, Requirement } from '../../../common/eql/required_literals';
import { countTriples } from './count_triples';
import type { Gap } from '../lines/find_gaps';
import { createLiteralFinder } from './literal_finder';
import type { LiteralFinder } from './literal_finder';
import type { Window } from '../lines/read_windows';
import type { Kernel } from '../simd/create_kernel';

/** Tells lines that may match; the others certainly do not. */
export interface LineFilter {
  readonly mayMatch: LineTest;
  /** Prepares the same for lines of one shape, right after `walkLine`: only the values asked for are looked at. */
  forShape(gaps: readonly Gap[]): LineTest;
}

/** Asks about a line; `end` is that of its text. */
export type LineTest = (start: number, end: number) => boolean;

const SAMPLE_BYTES = 64 * 1024;
/** More finders would not fit the memory for their tables. */
const MOST_REQUIREMENTS = 20;
const MOST_CHOICES = 20;

interface ChoiceFinder {
  readonly finder: LiteralFinder;
  /** Names of the gaps in which a literal may stand. */
  readonly places: ReadonlySet<string>;
}

/**
 * Prepares passing over lines that meet no requirement.
 * @param sample tells what is rare in the data
 */
export const createLineFilter = (
  kernel: Kernel,
  requirements: readonly Requirement[],
  sample: Window
): LineFilter => {
  const { start, end } = sample;
  const counts = countTriples(kernel.bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES)));
  const toFinder = (choice: LiteralChoice): ChoiceFinder[] => {
    const finder = createLiteralFinder(kernel, choice, counts);
    return finder === undefined ? [] : [{ finder, places: toPlaces(choice) }];
  };
  const alternatives =
    requirements.length > MOST_REQUIREMENTS
      ? [[]]
      : requirements.map((choices) => choices.slice(0, MOST_CHOICES).flatMap(toFinder));
  return {
    mayMatch: toAnyTest(
      alternatives,
      ({ finder }) =>
        (from, to) =>
          finder.find(from, to) < to
    ),
    forShape: (gaps) =>
      toAnyTest(alternatives, ({ finder, places }) => {
        const asked = gaps.filter(({ name }) => places.has(name));
        return () => standsInAny(kernel, finder, asked);
      }),
  };
};

/** A value of one of the fields, an array with objects that have it, or what stands in the place of such an object. */
const toPlaces = (choice: LiteralChoice): Set<string> => {
  const places = new Set<string>();
  for (const field of new Set(choice.map((literal) => literal.field))) {
    places.add(field);
    for (let dot = field.indexOf('.'); dot !== -1; dot = field.indexOf('.', dot + 1))
      places.add(field.slice(0, dot));
  }
  return places;
};

const standsInAny = (
  { toLine }: Kernel,
  finder: LiteralFinder,
  places: readonly Gap[]
): boolean => {
  for (const { start, end } of places) {
    const to = toLine(end);
    if (finder.find(toLine(start), to) < to) return true;
  }
  return false;
};

/** Whether all tests of one of the lists pass. */
const toAnyTest = <Item>(
  lists: readonly (readonly Item[])[],
  toTest: (item: Item) => LineTest
): LineTest => {
  const all = lists.map((items) => items.map(toTest));
  return (from, to) => {
    for (const tests of all) if (passesEach(tests, from, to)) return true;
    return false;
  };
};

/** Asks first what rejects most lines. */
const passesEach = (tests: LineTest[], from: number, to: number): boolean => {
  let index = 0;
  for (const test of tests) {
    if (!test(from, to)) {
      moveForward(tests, index);
      return false;
    }
    index += 1;
  }
  return true;
};
