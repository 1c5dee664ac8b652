import {
  ANCHOR_SIZE,
  ANCHORS,
  GAP_SIZE,
  LAST_ANCHOR,
  MISSED_GAP,
  MISSED_SHAPE,
  SHAPE_BOUNDS,
  SHAPE_GAP_OF,
  SHAPE_GAPS,
  SHAPE_TEXT,
} from '../memory_layout';
import * as char from './characters';
import { skipString } from './skip_string';
import { skipValue } from './skip_value';

/**
 * For each of 16 bytes whether the line may have it where the shape has what it has: it is the same, or an ASCII
 * character above the bound that is no backslash. Bytes that are not ASCII are below all bounds.
 */
function compare(line: v128, text: v128, bounds: v128): v128 {
  return v128.or(
    i8x16.eq(line, text),
    v128.andnot(i8x16.gt_s(line, bounds), i8x16.eq(line, i8x16.splat(char.BACKSLASH)))
  );
}

const BOUNDS: usize = SHAPE_BOUNDS - SHAPE_TEXT;

/** The number of the gap that a byte of a shape's text stands in or that comes next. */
function getGapNumber(text: usize): usize {
  // All parts of a shape lie at twice the address of its text, give or take a constant.
  return load<u16>(text << 1, SHAPE_GAP_OF - 2 * SHAPE_TEXT);
}

function getGap(shape: usize, number: usize): usize {
  return (shape << 1) + number * GAP_SIZE;
}

function getGapStart(gap: usize): usize {
  return load<u16>(gap, SHAPE_GAPS - 2 * SHAPE_TEXT);
}

function getGapEnd(gap: usize): usize {
  return load<u16>(gap, SHAPE_GAPS - 2 * SHAPE_TEXT + 2);
}

function getNextShape(gap: usize): usize {
  return load<usize>(gap, SHAPE_GAPS - 2 * SHAPE_TEXT + 4);
}

/** Where the text of a shape ends: its length stands in place of a gap in front of the first one. */
function getEnd(shape: usize): usize {
  return shape + getNextShape(getGap(shape, 0));
}

/** Notes that line and shape stand side by side here. */
function setAnchor(anchor: usize, offset: usize, at: usize): void {
  store<usize>(anchor, offset);
  store<usize>(anchor, at, 4);
  store<usize>(LAST_ANCHOR, anchor);
}

/**
 * Walks along a line that is like one seen before: byte by byte the same, except for values. In the place of a character
 * within a string, which needs no escape, another such one may stand; any other value that differs is walked through by
 * itself. So what comes to the end of a shape is valid JSON, and its values stand where those of the shape do.
 * Where a line differs outside of values, it goes on along the next shape that was the same up to there.
 * Gives the shape, or 0 if there is none.
 */
export function walkLine(at: usize, shape: usize): usize {
  let text = shape;
  let end = getEnd(shape);
  let anchor: usize = ANCHORS;
  setAnchor(anchor, 0, at);
  while (true) {
    const a = compare(v128.load(at), v128.load(text), v128.load(text, BOUNDS));
    const b = compare(v128.load(at, 16), v128.load(text, 16), v128.load(text, BOUNDS + 16));
    const c = compare(v128.load(at, 32), v128.load(text, 32), v128.load(text, BOUNDS + 32));
    const d = compare(v128.load(at, 48), v128.load(text, 48), v128.load(text, BOUNDS + 48));
    let place = end;
    if (i8x16.bitmask(v128.and(v128.and(a, b), v128.and(c, d))) != 0xffff) {
      const fits =
        u64(i8x16.bitmask(a)) |
        (u64(i8x16.bitmask(b)) << 16) |
        (u64(i8x16.bitmask(c)) << 32) |
        (u64(i8x16.bitmask(d)) << 48);
      place = text + usize(ctz(~fits));
    }
    if (place >= end) {
      at += 64;
      text += 64;
      if (text < end) continue;
      return shape;
    }
    // Right behind a gap its value may go on, since a number does not say where it ends; not if it was walked through.
    const isWalkedThrough = place - shape == load<usize>(anchor);
    const number = getGapNumber(isWalkedThrough ? place : place - 1);
    const gap = getGap(shape, number);
    const start = getGapStart(gap);
    if (place - shape >= start) {
      at += shape + start - text;
      text = shape + start;
      const first = load<u8>(at);
      // Blanks are no part of a value, and values within an object have gaps of their own.
      if (first > char.BLANK && first != char.OPENING_BRACE) {
        at = first == char.QUOTE ? skipString(at + 1) : skipValue(at);
        if (at == 0) return 0;
        const offset = getGapEnd(gap);
        text = shape + offset;
        anchor += ANCHOR_SIZE;
        setAnchor(anchor, offset, at);
        continue;
      }
    }
    // The line differs outside of values. Up to the end of the gap before, it is the same as the next shape.
    const offset = getGapEnd(gap - GAP_SIZE);
    at += shape + offset - text;
    const next = getNextShape(gap);
    if (next == 0) {
      store<usize>(MISSED_SHAPE, shape);
      store<usize>(MISSED_GAP, number);
      return 0;
    }
    shape = next;
    text = shape + offset;
    end = getEnd(shape);
  }
}

/** Where on the line that was walked along an offset of its shape is. */
export function toLine(offset: usize): usize {
  let anchor = load<usize>(LAST_ANCHOR);
  while (load<usize>(anchor) > offset) anchor -= ANCHOR_SIZE;
  return load<usize>(anchor, 4) + offset - load<usize>(anchor);
}
