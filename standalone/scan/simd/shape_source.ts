import { LAYOUT, MARGIN } from './memory_layout';
import { byte, forward, isByte, repeat } from './wat_parts';

const { packing, skeletonLength, skeleton, longestSkeleton, shape } = LAYOUT;
const { knownShapes, knownShapeSize, knownShapeBits } = LAYOUT;
const NEWLINES = repeat('\n');
/** There may be something wrong. */
const fail = '(then (return (i32.const 0)))';

/** Moves those of 8 bytes that are wanted to `$out`: the lower or upper half of a vector, by the low bits of `wanted`. */
const pack = (vector: string, isUpper: boolean, wanted: string): string => `
  (local.set $half (i32.and ${wanted} (i32.const 255)))
  (v128.store (local.get $out) (i8x16.swizzle ${vector}
    (v128.load64_zero offset=${packing + (isUpper ? 2048 : 0)} (i32.shl (local.get $half) (i32.const 3)))))
  (local.set $out (i32.add (local.get $out) (i32.popcnt (local.get $half))))`;

const VECTORS = ['$a', '$b', '$c', '$d'] as const;

/** One bit for each of 64 bytes that pass a test of vectors. */
const toMask = (test: (vector: string) => string): string => {
  const [a, b, c, d] = VECTORS.map((name) => `(i8x16.bitmask ${test(`(local.get ${name})`)})`);
  const join = (low = '', high = ''): string =>
    `(i64.extend_i32_u (i32.or ${low} (i32.shl ${high} (i32.const 16))))`;
  return `(i64.or ${join(a, b)} (i64.shl ${join(c, d)} (i64.const 32)))`;
};

const isQuote = (vector: string): string => `(i8x16.eq ${vector} ${repeat('"')})`;

/** Backslashes and control characters, which include the newline. */
const isStop = (vector: string): string => `
  (v128.or
    (i8x16.eq ${vector} ${repeat('\\')})
    (i8x16.eq (i8x16.min_u ${vector} (i8x16.splat (i32.const 31))) ${vector}))`;

const anyStop = VECTORS.map((name) => isStop(`(local.get ${name})`)).reduce(
  (all, one) => `(v128.or ${all} ${one})`
);

/** Turns each bit on that has an odd number of bits at or below it. */
const flipBehindEach = [1, 2, 4, 8, 16, 32]
  .map(
    (bits) =>
      `(local.set $inside (i64.xor (local.get $inside) (i64.shl (local.get $inside) (i64.const ${bits}))))`
  )
  .join('\n    ');

const packOutside = VECTORS.flatMap((name, index) =>
  [false, true].map((isUpper) =>
    pack(
      `(local.get ${name})`,
      isUpper,
      `(i32.wrap_i64 (i64.shr_u (local.get $outside) (i64.const ${16 * index + (isUpper ? 8 : 0)})))`
    )
  )
).join('\n');

/**
 * Writes the skeleton of a line: the line with all its strings empty. It is valid JSON if the line is, since strings are
 * checked here. 64 bytes are looked at in a step, less where an escape or the line ends.
 * Gives the newline of the line, or 0 for a line that must be looked at more closely.
 */
const toSkeleton = `
(func $toSkeleton (param $at i32) (result i32)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128)
  (local $quotes i64) (local $inside i64) (local $wasInside i64) (local $outside i64) (local $known i64)
  (local $length i32) (local $half i32) (local $out i32)
  (local.set $out (i32.const ${skeleton}))
  (loop $step
    ${VECTORS.map((name, index) => `(local.set ${name} (v128.load offset=${16 * index} (local.get $at)))`).join('\n    ')}
    (local.set $quotes ${toMask(isQuote)})
    (local.set $known (i64.const -1))
    (local.set $length (i32.const 64))
    (if (v128.any_true ${anyStop}) (then
      ;; only what stands before the first stop counts
      (local.set $known ${toMask(isStop)})
      (local.set $length (i32.wrap_i64 (i64.ctz (local.get $known))))
      (local.set $known (i64.sub (i64.and (local.get $known) (i64.sub (i64.const 0) (local.get $known))) (i64.const 1)))
      (local.set $quotes (i64.and (local.get $quotes) (local.get $known)))))
    ;; from each opening quote to the byte before the closing one
    (local.set $inside (local.get $quotes))
    ${flipBehindEach}
    (local.set $inside (i64.xor (local.get $inside) (local.get $wasInside)))
    (local.set $wasInside (i64.shr_s (local.get $inside) (i64.const 63)))
    (local.set $outside (i64.and (local.get $known)
      (i64.or (local.get $quotes) (i64.xor (local.get $inside) (i64.const -1)))))
    ${packOutside}
    (if (i32.gt_u (local.get $out) (i32.const ${skeleton + longestSkeleton})) ${fail})
    (local.set $at (i32.add (local.get $at) (local.get $length)))
    (br_if $step (i32.eq (local.get $length) (i32.const 64)))
    (if (i64.eqz (local.get $wasInside))
      (then
        (if (i32.ne ${byte} (i32.const 10)) (then
          (i32.store8 (local.get $out) ${byte})
          (local.set $out (i32.add (local.get $out) (i32.const 1)))
          ${forward(1)}
          (br $step))))
      (else
        (if (i32.eqz ${isByte('\\')}) ${fail})
        (local.set $at (call $skipEscape (i32.add (local.get $at) (i32.const 1))))
        (br_if $step (local.get $at))
        (return (i32.const 0)))))
  (v128.store (local.get $out) ${NEWLINES})
  (i32.store (i32.const ${skeletonLength}) (i32.sub (local.get $out) (i32.const ${skeleton})))
  (local.get $at))`;

/** Bytes of a vector that stands so far from \`$at\` from one character to another. */
const isBetween = (offset: number, first: string, last: string): string => {
  const bytes = `(v128.load offset=${offset + 2} (i32.sub (local.get $at) (i32.const 2)))`;
  const distance = `(i8x16.sub ${bytes} ${repeat(first)})`;
  const most = `(i8x16.splat (i32.const ${last.charCodeAt(0) - first.charCodeAt(0)}))`;
  return `(i8x16.eq (i8x16.min_u ${distance} ${most}) ${distance})`;
};

/**
 * Writes the shape of the skeleton: all numbers have one digit in place of a run of them, and end with newlines. It is
 * valid JSON if the skeleton is, except for zeros in front of other digits.
 * Gives the end of the shape, or 0 if there are such zeros.
 */
const toShape = `
(func $toShape (result i32)
  (local $at i32) (local $end i32) (local $out i32) (local $half i32) (local $wanted i32)
  (local $bytes v128) (local $digits v128) (local $more v128)
  (local.set $at (i32.const ${skeleton}))
  (local.set $end (i32.add (local.get $at) (i32.load (i32.const ${skeletonLength}))))
  (local.set $out (i32.const ${shape}))
  (loop $step
    (local.set $bytes (v128.load (local.get $at)))
    (local.set $digits ${isBetween(0, '0', '9')})
    (local.set $more (v128.and (local.get $digits) ${isBetween(-1, '0', '9')}))
    (local.set $bytes (v128.or (v128.and (local.get $digits) ${repeat('0')}) (v128.andnot (local.get $bytes) (local.get $digits))))
    (if (v128.any_true (local.get $more))
      (then
        ;; behind a point there may be such zeros
        (if (v128.any_true (v128.andnot (v128.and (local.get $more) ${isBetween(-1, '0', '0')}) ${isBetween(-2, '.', '9')})) ${fail})
        (local.set $wanted (i32.xor (i8x16.bitmask (local.get $more)) (i32.const 65535)))
        ${pack('(local.get $bytes)', false, '(local.get $wanted)')}
        ${pack('(local.get $bytes)', true, '(i32.shr_u (local.get $wanted) (i32.const 8))')})
      (else
        (v128.store (local.get $out) (local.get $bytes))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))))
    ${forward(16)}
    (br_if $step (i32.lt_u (local.get $at) (local.get $end))))
  ;; the newlines behind the skeleton were copied, too
  (local.set $out (i32.sub (local.get $out) (i32.sub (local.get $at) (local.get $end))))
  (v128.store (local.get $out) ${NEWLINES})
  (local.get $out))`;

const SHAPE = `(i32.const ${shape})`;
const LONGEST_KNOWN = knownShapeSize - MARGIN;

/** Where a shape is kept that was found good: by a hash of its text. */
const toPlace = `(i32.add (i32.const ${knownShapes}) (i32.mul (i32.const ${knownShapeSize})
    (i32.wrap_i64 (i64.shr_u
      (i64.mul
        (i64.xor (i64x2.extract_lane 0 (local.get $hash)) (i64x2.extract_lane 1 (local.get $hash)))
        (i64.const -7046029254386353131))
      (i64.const ${64 - knownShapeBits})))))`;

/**
 * Whether the skeleton is that of an object or of nothing: not 0 if so. Lines of a log have few shapes; one that was found
 * good is not walked through again, only compared, byte by byte and with its newline.
 */
const isGoodSkeleton = `
(func $isGoodSkeleton (result i32)
  (local $at i32) (local $end i32) (local $known i32) (local $place i32) (local $hash v128)
  (local.set $end (call $toShape))
  (if (i32.eqz (local.get $end)) ${fail})
  (if (i32.gt_u (local.get $end) (i32.const ${shape + LONGEST_KNOWN})) (then (return (call $skipLine ${SHAPE}))))
  (local.set $at ${SHAPE})
  (loop $step
    (local.set $hash (i64x2.add (i64x2.add (local.get $hash) (local.get $hash)) (v128.load (local.get $at))))
    ${forward(16)}
    (br_if $step (i32.le_u (local.get $at) (local.get $end))))
  (local.set $place ${toPlace})
  (local.set $known (local.get $place))
  (local.set $at ${SHAPE})
  (block $differs
    (loop $step
      (br_if $differs (v128.any_true (v128.xor (v128.load (local.get $at)) (v128.load (local.get $known)))))
      (local.set $known (i32.add (local.get $known) (i32.const 16)))
      ${forward(16)}
      (br_if $step (i32.le_u (local.get $at) (local.get $end))))
    (return (i32.const 1)))
  (if (i32.eqz (call $skipLine ${SHAPE})) ${fail})
  (memory.copy (local.get $place) ${SHAPE} (i32.const ${knownShapeSize}))
  (i32.const 1))`;

/** Checks line after line that it holds one object or nothing; gives the start of the first that does not, or `$end`. */
const findWrongLine = `
(func $findWrongLine (param $at i32) (param $end i32) (result i32)
  (local $line i32)
  (loop $next
    (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
    (local.set $line (local.get $at))
    (local.set $at (call $toSkeleton (local.get $line)))
    (block $good
      (if (local.get $at) (then (br_if $good (call $isGoodSkeleton))))
      (local.set $at (call $skipLine (local.get $line)))
      (br_if $good (local.get $at))
      (return (local.get $line)))
    ${forward(1)}
    (br $next))
  (local.get $end))`;

export const shapeSource = [toSkeleton, toShape, isGoodSkeleton, findWrongLine].join('\n');
