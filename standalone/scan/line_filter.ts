import type { LiteralChoice, Requirement } from '../../common/eql/required_literals';
import { countTriples } from './count_triples';
import { createLiteralFinder } from './literal_finder';
import type { LiteralFinder } from './literal_finder';
import type { Window } from './read_windows';
import type { Kernel } from './simd/create_kernel';

/** A line without its newline. */
export interface Line {
  readonly start: number;
  readonly end: number;
}

/** Finds the lines that may match; the others certainly do not. */
export interface LineFilter {
  /** The next such line that begins at `at` or later; `at` must be the start of a line. */
  findLine(at: number, end: number): Line | undefined;
}

const NEWLINE = 10;
/** Lines and bytes by which the data is judged. */
const SAMPLE_LINES = 200;
const SAMPLE_BYTES = 64 * 1024;
/** More finders would not fit the memory for their tables. */
const MOST_REQUIREMENTS = 20;
const MOST_CHOICES = 20;
/** Rough costs, in nanoseconds: of reading and testing the event of a line, and of a closer look at one place. */
const EVENT_COST = 6000;
const DOUBT_COST = 80;

/**
 * Prepares passing over lines that meet no requirement. Which choices are looked for is learned from the first lines: the
 * best one through whole windows, others only on the lines where it was found.
 */
export const createLineFilter = (
  kernel: Kernel,
  requirements: readonly Requirement[],
  sample: Window
): LineFilter => {
  const { start, end } = sample;
  const counts = countTriples(kernel.bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES)));
  const lines = toLines(kernel, sample);
  const [first, ...others] = toRatedFinders(requirements, (choice) => {
    const finder = createLiteralFinder(kernel, choice, counts);
    return finder === undefined ? [] : [{ choice, finder, gain: rate(finder, lines) }];
  }).map(({ finder }) => finder);
  return first === undefined
    ? { findLine: (at, end) => toNextLine(kernel, at, end) }
    : { findLine: (at, end) => findLine(kernel, [first, others], at, end) };
};

interface RatedFinder {
  readonly choice: LiteralChoice;
  readonly finder: LiteralFinder;
  /** Nanoseconds that an average line takes less. */
  readonly gain: number;
}

/**
 * Those that are worth looking for, the best one first. Of several requirements, the best choices of all make one: a line
 * that meets any of them contains it.
 */
const toRatedFinders = (
  requirements: readonly Requirement[],
  toRated: (choice: LiteralChoice) => RatedFinder[]
): RatedFinder[] => {
  const toBest = (choices: Requirement): RatedFinder[] =>
    choices
      .slice(0, MOST_CHOICES)
      .flatMap(toRated)
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain);
  if (requirements.length > MOST_REQUIREMENTS) return [];
  const [only = [], ...others] = requirements.map(toBest);
  if (others.length === 0) return only;
  const joint = [only, ...others].map(([best]) => best?.choice);
  return joint.every((choice) => choice !== undefined) ? toBest([joint.flat()]) : [];
};

const rate = (finder: LiteralFinder, lines: readonly Line[]): number => {
  let doubts = 0;
  let rejected = 0;
  for (const { start, end } of lines) {
    doubts += finder.countDoubts(start, end);
    if (finder.find(start, end) === end) rejected += 1;
  }
  return (rejected * EVENT_COST - doubts * DOUBT_COST) / lines.length;
};

const findLine = (
  kernel: Kernel,
  [first, others]: [LiteralFinder, readonly LiteralFinder[]],
  from: number,
  end: number
): Line | undefined => {
  let at = from;
  for (let hit = first.find(at, end); hit < end; hit = first.find(at, end)) {
    const line = {
      start: kernel.findByteBefore(at, hit, NEWLINE) + 1,
      end: kernel.findByte(hit, end, NEWLINE),
    };
    if (others.every(({ find }) => find(line.start, line.end) < line.end)) return line;
    at = line.end + 1;
  }
  return undefined;
};

const toNextLine = (kernel: Kernel, at: number, end: number): Line | undefined =>
  at >= end ? undefined : { start: at, end: kernel.findByte(at, end, NEWLINE) };

const toLines = (kernel: Kernel, { start, end }: Window): Line[] => {
  const lines: Line[] = [];
  let line = toNextLine(kernel, start, end);
  while (line !== undefined && lines.length < SAMPLE_LINES) {
    lines.push(line);
    line = toNextLine(kernel, line.end + 1, end);
  }
  return lines;
};
