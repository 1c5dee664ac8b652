import type { Gap } from './find_gaps';
import type { Kernel } from '../simd/create_kernel';
import {
  GAP_SIZE,
  SHAPE_BOUNDS,
  SHAPE_GAP_OF,
  SHAPE_GAPS,
  SHAPE_TEXT,
} from '../simd/memory_layout';

/** A text with gaps, at offsets in it. */
export interface GappedText {
  /** Address of the text. */
  readonly start: number;
  /** Behind its newline. */
  readonly end: number;
  readonly gaps: readonly Gap[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const UNICODE = 0x75;
/** No signed byte is above it. */
const FIXED = 0x7f;
/** Above it are characters that stand in a string as they are, and the backslash. Blanks count as others: they are few. */
const PLAIN = QUOTE;

/**
 * Writes a line where `walkLine` compares others with it.
 * @param model a shape that begins like the line: gaps and what stands in front of them are the same for as many gaps as
 *   are given. That part is taken from the model, so that offsets in both are the same, and the model leads on to the
 *   new shape.
 * @returns the shape; its offsets differ from those in the line if the line is longer or shorter where the model is taken
 */
export const writeShape = (
  { bytes }: Kernel,
  address: number,
  line: GappedText,
  model?: GappedText
): GappedText => {
  const shared = model?.gaps ?? [];
  const prefix = shared.at(-1)?.end ?? 0;
  const rest = line.gaps[shared.length - 1]?.end ?? 0;
  const own = line.gaps.slice(shared.length).map((gap) => ({
    ...gap,
    start: gap.start - rest + prefix,
    end: gap.end - rest + prefix,
  }));
  const gaps = [...shared, ...own];
  const length = prefix + line.end - line.start - rest;
  if (model !== undefined) {
    bytes.copyWithin(address, model.start, model.start + prefix);
    bytes.copyWithin(toBound(address), toBound(model.start), toBound(model.start + prefix));
    bytes.writeUInt32LE(address, toGap(model.start, shared.length + 1) + 4);
  }
  bytes.copyWithin(address + prefix, line.start + rest, line.end);
  bytes.fill(FIXED, toBound(address + prefix), toBound(address + length));
  for (const { start, end } of own) loosenStrings(bytes, address + start, address + end);
  // The length stands where another gap leads on; a gap behind the last one holds nothing.
  writeGap(bytes, toGap(address, 0), { start: 0, end: 0 }, length);
  let number = 1;
  let before = 0;
  for (const gap of [...gaps, { start: length, end: length }]) {
    writeGap(bytes, toGap(address, number), gap, 0);
    for (let at = address + before; at < address + gap.end; at += 1) {
      bytes.writeUInt16LE(number, toGapOf(at));
    }
    before = gap.end;
    number += 1;
  }
  return { start: address, end: address + length, gaps };
};

const toBound = (address: number): number => address - SHAPE_TEXT + SHAPE_BOUNDS;
const toGapOf = (address: number): number => 2 * (address - SHAPE_TEXT) + SHAPE_GAP_OF;
const toGap = (shape: number, number: number): number =>
  2 * (shape - SHAPE_TEXT) + SHAPE_GAPS + GAP_SIZE * number;

const writeGap = (
  bytes: Buffer,
  at: number,
  { start, end }: { start: number; end: number },
  next: number
): void => {
  bytes.writeUInt16LE(start, at);
  bytes.writeUInt16LE(end, at + 2);
  bytes.writeUInt32LE(next, at + 4);
};

/** Lets other characters stand for those within strings; not for escapes. */
const loosenStrings = (bytes: Buffer, start: number, end: number): void => {
  let isInside = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isInside = !isInside;
    else if (byte === BACKSLASH) at += bytes[at + 1] === UNICODE ? 5 : 1;
    else if (isInside) bytes[toBound(at)] = PLAIN;
  }
};
