import { LAYOUT } from './memory_layout';
import { byte, isByte, repeat } from './wat_parts';

const { anchors, lastAnchor, missedShape, missedGap } = LAYOUT;
const { shapeText, shapeBounds, shapeGapOf, shapeGaps, gapSize } = LAYOUT;

const VECTORS = ['$a', '$b', '$c', '$d'] as const;

/**
 * For each of 16 bytes whether the line may have it where the shape has what it has: it is the same, or an ASCII
 * character above the bound that is no backslash. Bytes that are not ASCII are below all bounds.
 */
const compare = (vector: string, index: number): string => {
  const load = (offset: number, address: string): string =>
    `(v128.load offset=${offset + 16 * index} (local.get ${address}))`;
  return `
    (local.set $bytes ${load(0, '$at')})
    (local.set ${vector} (v128.or
      (i8x16.eq (local.get $bytes) ${load(0, '$text')})
      (v128.andnot
        (i8x16.gt_s (local.get $bytes) ${load(shapeBounds - shapeText, '$text')})
        (i8x16.eq (local.get $bytes) ${repeat('\\')}))))`;
};

const allFit = VECTORS.map((name) => `(local.get ${name})`).reduce(
  (all, one) => `(v128.and ${all} ${one})`
);

/** One bit for each of the 64 bytes that were compared. */
const fitMask = VECTORS.map(
  (name, index) =>
    `(i64.shl (i64.extend_i32_u (i8x16.bitmask (local.get ${name}))) (i64.const ${16 * index}))`
).reduce((all, one) => `(i64.or ${all} ${one})`);

/** The parts of a shape lie at twice the address of its text, give or take a constant. */
const twice = (address: string): string => `(i32.shl ${address} (i32.const 1))`;
const gapOf = (address: string): string =>
  `(i32.load16_u offset=${shapeGapOf - 2 * shapeText} ${twice(address)})`;
const ofGap = (load: string, offset: number): string =>
  `(${load} offset=${shapeGaps - 2 * shapeText + offset} (local.get $gap))`;
const gapStart = ofGap('i32.load16_u', 0);
const gapEnd = ofGap('i32.load16_u', 2);
const endOfGapBefore = ofGap('i32.load16_u', 2 - gapSize);
const nextShape = ofGap('i32.load', 4);
const toGap = (number: string): string =>
  `(i32.add ${twice('(local.get $shape)')} (i32.mul ${number} (i32.const ${gapSize})))`;
/** Stands in the place of a gap in front of the first one. */
const shapeEnd = `(i32.add (local.get $shape)
    (i32.load offset=${shapeGaps - 2 * shapeText + 4} ${twice('(local.get $shape)')}))`;

/** Lets line and shape stand at an offset of the shape, in a stretch where they run side by side. */
const moveTo = (offset: string): string => `
  (local.set $at (i32.sub (i32.add (local.get $at) (i32.add (local.get $shape) ${offset})) (local.get $text)))
  (local.set $text (i32.add (local.get $shape) ${offset}))`;

const setAnchor = `
  (i32.store (local.get $anchor) (i32.sub (local.get $text) (local.get $shape)))
  (i32.store offset=4 (local.get $anchor) (local.get $at))
  (i32.store (i32.const ${lastAnchor}) (local.get $anchor))`;

/**
 * Walks along a line that is like one seen before: byte by byte the same, except for values. In the place of a character
 * within a string, which needs no escape, another such one may stand; any other value that differs is walked through by
 * itself. So what comes to the end of a shape is valid JSON, and its values stand where those of the shape do.
 * Where a line differs outside of values, it goes on along the next shape that was the same up to there.
 * Gives the shape, or 0 if there is none.
 */
const walkLine = `
(func $walkLine (param $at i32) (param $shape i32) (result i32)
  (local $text i32) (local $end i32) (local $place i32) (local $number i32) (local $gap i32) (local $anchor i32)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $bytes v128)
  (local.set $text (local.get $shape))
  (local.set $end ${shapeEnd})
  (local.set $anchor (i32.const ${anchors}))
  ${setAnchor}
  (loop $walk
    ${VECTORS.map(compare).join('')}
    (block $allFit
      (br_if $allFit (i32.eq (i8x16.bitmask ${allFit}) (i32.const 65535)))
      (local.set $place (i32.add (local.get $text)
        (i32.wrap_i64 (i64.ctz (i64.xor ${fitMask} (i64.const -1))))))
      (br_if $allFit (i32.ge_u (local.get $place) (local.get $end)))
      ;; right behind a gap its value may go on, since a number does not say where it ends; not if it was walked through
      (local.set $number ${gapOf(`(i32.sub (local.get $place)
        (i32.ne (i32.sub (local.get $place) (local.get $shape)) (i32.load (local.get $anchor))))`)})
      (local.set $gap ${toGap('(local.get $number)')})
      (block $isOutside
        (br_if $isOutside (i32.lt_u (i32.sub (local.get $place) (local.get $shape)) ${gapStart}))
        ${moveTo(gapStart)}
        ;; blanks are no part of a value, and values within an object have gaps of their own
        (br_if $isOutside (i32.or (i32.le_u ${byte} (i32.const 32)) ${isByte('{')}))
        (if ${isByte('"')}
          (then (local.set $at (call $skipString (i32.add (local.get $at) (i32.const 1)))))
          (else (local.set $at (call $skipValue (local.get $at)))))
        (if (i32.eqz (local.get $at)) (then (return (i32.const 0))))
        (local.set $text (i32.add (local.get $shape) ${gapEnd}))
        (local.set $anchor (i32.add (local.get $anchor) (i32.const 8)))
        ${setAnchor}
        (br $walk))
      (local.set $place ${endOfGapBefore})
      ${moveTo('(local.get $place)')}
      (if (i32.eqz ${nextShape}) (then
        (i32.store (i32.const ${missedShape}) (local.get $shape))
        (i32.store (i32.const ${missedGap}) (local.get $number))
        (return (i32.const 0))))
      (local.set $shape ${nextShape})
      (local.set $text (i32.add (local.get $shape) (local.get $place)))
      (local.set $end ${shapeEnd})
      (br $walk))
    (local.set $at (i32.add (local.get $at) (i32.const 64)))
    (local.set $text (i32.add (local.get $text) (i32.const 64)))
    (br_if $walk (i32.lt_u (local.get $text) (local.get $end))))
  (local.get $shape))`;

/** Where on the line that was walked along an offset of its shape is. */
const toLine = `
(func $toLine (param $offset i32) (result i32)
  (local $anchor i32)
  (local.set $anchor (i32.load (i32.const ${lastAnchor})))
  (loop $back
    (if (i32.gt_u (i32.load (local.get $anchor)) (local.get $offset)) (then
      (local.set $anchor (i32.sub (local.get $anchor) (i32.const 8)))
      (br $back))))
  (i32.add (i32.load offset=4 (local.get $anchor))
    (i32.sub (local.get $offset) (i32.load (local.get $anchor)))))`;

export const shapeSource = [walkLine, toLine].join('\n');
