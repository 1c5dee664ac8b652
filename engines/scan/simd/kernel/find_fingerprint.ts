import { HALVES_SIZE, HASH_BITS, HASH_FACTOR } from '../fingerprint_layout';

/** For each of 16 bytes the buckets whose fingerprints allow it at a place, by its low and its high half. */
function toBuckets(bytes: v128, low: v128, high: v128): v128 {
  const nibble = i8x16.splat(15);
  return v128.and(
    i8x16.swizzle(low, v128.and(bytes, nibble)),
    i8x16.swizzle(high, v128.and(i16x8.shr_u(bytes, 4), nibble))
  );
}

/** Which of 16 bytes are allowed by any bucket. */
function toHits(buckets: v128): i32 {
  return i8x16.bitmask(i8x16.ne(buckets, i8x16.splat(0)));
}

/** Whether three bytes are one of the fingerprints, as far as a hash can tell. */
function isKnown(at: usize, table: usize): bool {
  const hash = ((load<u32>(at) & 0xffffff) * HASH_FACTOR) >>> (32 - HASH_BITS);
  return ((load<u8>(table + (hash >>> 3), HALVES_SIZE) >>> (hash & 7)) & 1) != 0;
}

/**
 * Where a fingerprint of three bytes may stand next, or `end`: the "Teddy" search of Hyperscan, 32 bytes at a step. The
 * table says for each of the three places, by low and by high half of a byte, which of 8 buckets of fingerprints allow
 * it. The third place is looked at only where the first two fit somewhere. Mixtures of fingerprints pass, too; most of
 * them fail by the hash of the three bytes.
 */
export function findFingerprint(at: usize, end: usize, table: usize): usize {
  const low0 = v128.load(table);
  const high0 = v128.load(table, 16);
  const low1 = v128.load(table, 32);
  const high1 = v128.load(table, 48);
  const low2 = v128.load(table, 64);
  const high2 = v128.load(table, 80);
  for (; at < end; at += 32) {
    let first = v128.and(
      toBuckets(v128.load(at), low0, high0),
      toBuckets(v128.load(at, 1), low1, high1)
    );
    let second = v128.and(
      toBuckets(v128.load(at, 16), low0, high0),
      toBuckets(v128.load(at, 17), low1, high1)
    );
    if (!v128.any_true(v128.or(first, second))) continue;
    first = v128.and(first, toBuckets(v128.load(at, 2), low2, high2));
    second = v128.and(second, toBuckets(v128.load(at, 18), low2, high2));
    for (let hits = toHits(first) | (toHits(second) << 16); hits != 0; hits &= hits - 1) {
      const hit = at + ctz(hits);
      if (isKnown(hit, table)) return hit < end ? hit : end;
    }
  }
  return end;
}
