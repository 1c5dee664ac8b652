import { findGaps } from './find_gaps';
import type { Gap } from './find_gaps';
import {
  LONGEST_SHAPE,
  MARGIN,
  MISSED_GAP,
  MISSED_SHAPE,
  SHAPE_ROOM,
  SHAPE_TEXT,
} from '../simd/memory_layout';
import type { Kernel } from '../simd/create_kernel';
import { writeShape } from './write_shape';
import type { GappedText } from './write_shape';

/** A line that was seen, with gaps where its values stood: lines that differ in nothing but values have the same shape. */
export interface Shape<Use> extends GappedText {
  /** With the newline. */
  readonly length: number;
  /** What is prepared for its lines. */
  readonly use: Use;
}

/** The shapes of lines, of which a log has few. */
export interface ShapeBook<Use> {
  /** The shape of a line if it is known: then the line is a valid JSON object, and `toLine` tells where its gaps are. */
  find(start: number): Shape<Use> | undefined;
  /**
   * Learns the shape of a line that holds a valid object, right after `find` gave none for it.
   * @param end behind its newline
   */
  learn(start: number, end: number): void;
}

/** Lines are walked along all shapes that begin like them, one after the other. */
const MOST_TRIED = 100;
/** After so many lines without a shape it is asked whether knowing shapes is of use. */
const JUDGED = 1_000;
/** So many lines are passed, and later twice as many, before shapes are learned again. */
const REST = 4_000;

/** @param toUse is given the gaps of a shape as offsets, for which `toLine` gives addresses */
export const createShapeBook = <Use>(
  kernel: Kernel,
  toUse: (gaps: readonly Gap[]) => Use
): ShapeBook<Use> => {
  const shapes = new Map<number, Shape<Use>>();
  let nextFree: number = SHAPE_TEXT;
  let tried = 0;
  let known = 0;
  let strange = 0;
  let rest = REST;
  let resting = 0;
  /** Lines that are all different, or different from those that filled the book, are not worth being walked along. */
  const judge = (): void => {
    if (strange > known) {
      shapes.clear();
      nextFree = SHAPE_TEXT;
      tried = 0;
      resting = rest;
      rest *= 2;
    }
    known = 0;
    strange = 0;
  };
  /** As much as the line that was walked along last has in common with a shape. */
  const findModel = (): GappedText | undefined => {
    const shape = shapes.get(kernel.bytes.readUInt32LE(MISSED_SHAPE));
    const gap = kernel.bytes.readUInt32LE(MISSED_GAP);
    return shape === undefined ? undefined : { ...shape, gaps: shape.gaps.slice(0, gap - 1) };
  };
  return {
    find: (start) => {
      if (shapes.size === 0) return undefined;
      const shape = shapes.get(kernel.walkLine(start, SHAPE_TEXT));
      if (shape !== undefined) known += 1;
      return shape;
    },
    learn: (start, end) => {
      if (resting > 0) {
        resting -= 1;
        return;
      }
      strange += 1;
      if (strange === JUDGED) judge();
      if (tried === MOST_TRIED) return;
      tried += 1;
      const model = shapes.size === 0 ? undefined : findModel();
      const taken = model?.gaps.at(-1)?.end ?? 0;
      const most = taken + end - start;
      if (most > LONGEST_SHAPE || nextFree + most > SHAPE_TEXT + SHAPE_ROOM) return;
      const gaps = findGaps(kernel, start);
      if (gaps === undefined) return;
      const written = writeShape(kernel, nextFree, { start, end, gaps }, model);
      const length = written.end - written.start;
      shapes.set(nextFree, { ...written, length, use: toUse(written.gaps) });
      // Lists of gaps stand twice as far from each other, which is enough for them with a margin.
      nextFree += length + MARGIN;
    },
  };
};
