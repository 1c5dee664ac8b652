import type { LiteralChoice } from '../../common/eql/required_literals';
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
/** Rough costs, in nanoseconds: of reading and testing the event of a line, and of a closer look at one place. */
const EVENT_COST = 6000;
const DOUBT_COST = 80;

/**
 * Prepares passing over lines that lack a literal. Which choice is looked for first, and which at all, is learned from the
 * first lines: one is searched for through whole windows, others only on the lines where it was found.
 */
export const createLineFilter = (
  kernel: Kernel,
  choices: readonly LiteralChoice[],
  sample: Window
): LineFilter => {
  const { start, end } = sample;
  const counts = countTriples(kernel.bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES)));
  const lines = toLines(kernel, sample);
  const [first, ...others] = choices
    .map((choice) => createLiteralFinder(kernel, choice, counts))
    .filter((finder) => finder !== undefined)
    .map((finder) => ({ finder, ...rate(finder, lines) }))
    .filter(({ cost, saved }) => cost < saved)
    .sort((a, b) => a.cost - a.saved - (b.cost - b.saved));
  if (first === undefined) return { findLine: (at, end) => toNextLine(kernel, at, end) };
  const finders = others.map(({ finder }) => finder);
  return { findLine: (at, end) => findLine(kernel, [first.finder, finders], at, end) };
};

/** What looking for a choice costs and saves on an average line. */
const rate = (finder: LiteralFinder, lines: readonly Line[]): { cost: number; saved: number } => {
  let doubts = 0;
  let rejected = 0;
  for (const { start, end } of lines) {
    doubts += finder.countDoubts(start, end);
    if (finder.find(start, end) === end) rejected += 1;
  }
  return {
    cost: (doubts * DOUBT_COST) / lines.length,
    saved: (rejected * EVENT_COST) / lines.length,
  };
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
