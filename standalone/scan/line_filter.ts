import type { LiteralChoice, Requirement } from '../../common/eql/required_literals';
import { countTriples } from './count_triples';
import type { Gap } from './find_gaps';
import { createLiteralFinder } from './literal_finder';
import type { LiteralFinder } from './literal_finder';
import type { Window } from './read_windows';
import type { Kernel } from './simd/create_kernel';

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
  readonly choice: LiteralChoice;
  readonly finder: LiteralFinder;
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
    return finder === undefined ? [] : [{ choice, finder }];
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
      toAnyTest(alternatives, ({ choice, finder }) => {
        const places = gaps.filter((gap) => choice.some(({ field }) => mayHold(gap, field)));
        return () => places.some((place) => stands(kernel, finder, place));
      }),
  };
};

/** A value of the field, an array with objects that have it, or what stands in the place of such an object. */
const mayHold = ({ path }: Gap, field: string): boolean =>
  `${field}.`.startsWith(`${path.join('.')}.`);

const stands = ({ toLine }: Kernel, finder: LiteralFinder, { start, end }: Gap): boolean => {
  const to = toLine(end);
  return finder.find(toLine(start), to) < to;
};

/** Whether all tests of one of the lists pass. */
const toAnyTest = <Item>(
  lists: readonly (readonly Item[])[],
  toTest: (item: Item) => LineTest
): LineTest => {
  const all = lists.map((items) => items.map(toTest));
  return (from, to) => all.some((tests) => passesEach(tests, from, to));
};

/** The test that fails moves forward: so what rejects most lines comes to be asked first. */
const passesEach = (tests: LineTest[], from: number, to: number): boolean => {
  for (const [index, test] of tests.entries()) {
    if (test(from, to)) continue;
    const before = tests[index - 1];
    if (before !== undefined) {
      tests[index - 1] = test;
      tests[index] = before;
    }
    return false;
  }
  return true;
};
