import { HALVES_SIZE, HASH_BITS, HASH_FACTOR } from './fingerprint_layout';
import { forward } from './wat_parts';

const ZERO = '(v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)';

/** For each of 16 bytes the buckets that allow it at a place of the fingerprint. */
const bucketsOf = (place: number, offset: number): string => {
  const bytes = `(v128.load offset=${offset + place} (local.get $at))`;
  return `
  (v128.and
    (i8x16.swizzle (local.get $low${place}) (v128.and ${bytes} (local.get $nibble)))
    (i8x16.swizzle (local.get $high${place}) (v128.and (i16x8.shr_u ${bytes} (i32.const 4)) (local.get $nibble))))`;
};

const loadTable = (place: number): string => `
  (local.set $low${place} (v128.load offset=${32 * place} (local.get $table)))
  (local.set $high${place} (v128.load offset=${32 * place + 16} (local.get $table)))`;

const anyOf = '(v128.any_true (v128.or (local.get $first) (local.get $second)))';
const toMask = (hits: string): string => `(i8x16.bitmask (i8x16.ne (local.get ${hits}) ${ZERO}))`;

/** Whether the three bytes at \`$at\` are one of the fingerprints, as far as a hash can tell. */
const isKnown = `
  (local.set $hash (i32.shr_u
    (i32.mul (i32.and (i32.load (local.get $at)) (i32.const 0xffffff)) (i32.const ${HASH_FACTOR}))
    (i32.const ${32 - HASH_BITS})))
  (br_if $found (i32.and (i32.const 1) (i32.shr_u
    (i32.load8_u offset=${HALVES_SIZE} (i32.add (local.get $table) (i32.shr_u (local.get $hash) (i32.const 3))))
    (i32.and (local.get $hash) (i32.const 7)))))`;

/**
 * Where a fingerprint of three bytes may stand next, or \`$end\`: the "Teddy" search of Hyperscan, 32 bytes at a step. The
 * table says for each of the three places, by low and by high half of a byte, which of 8 buckets of fingerprints allow
 * it. The third place is looked at only where the first two fit somewhere. Mixtures of fingerprints pass, too; most of
 * them fail by the hash of the three bytes.
 */
export const searchSource = `
(func $findFingerprint (param $at i32) (param $end i32) (param $table i32) (result i32)
  (local $low0 v128) (local $low1 v128) (local $low2 v128)
  (local $high0 v128) (local $high1 v128) (local $high2 v128)
  (local $nibble v128) (local $first v128) (local $second v128)
  (local $step i32) (local $hits i32) (local $hash i32)
  (local.set $nibble (i8x16.splat (i32.const 15)))
  ${loadTable(0)} ${loadTable(1)} ${loadTable(2)}
  (block $found
    (loop $step
      (if (i32.ge_u (local.get $at) (local.get $end)) (then (return (local.get $end))))
      (local.set $first (v128.and ${bucketsOf(0, 0)} ${bucketsOf(1, 0)}))
      (local.set $second (v128.and ${bucketsOf(0, 16)} ${bucketsOf(1, 16)}))
      (if ${anyOf} (then
        (local.set $first (v128.and (local.get $first) ${bucketsOf(2, 0)}))
        (local.set $second (v128.and (local.get $second) ${bucketsOf(2, 16)}))
        (local.set $hits (i32.or ${toMask('$first')} (i32.shl ${toMask('$second')} (i32.const 16))))
        (if (local.get $hits) (then
          (local.set $step (local.get $at))
          (loop $hit
            (local.set $at (i32.add (local.get $step) (i32.ctz (local.get $hits))))
            ${isKnown}
            (local.set $hits (i32.and (local.get $hits) (i32.sub (local.get $hits) (i32.const 1))))
            (br_if $hit (local.get $hits)))
          (local.set $at (local.get $step))))))
      ${forward(32)}
      (br $step)))
  (select (local.get $at) (local.get $end) (i32.lt_u (local.get $at) (local.get $end))))`;
