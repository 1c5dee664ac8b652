import { toPossibleBytes } from './fingerprint';
import type { Fingerprint, Place } from './fingerprint';
import type { Kernel } from '../simd/create_kernel';
import {
  FINGERPRINT_LENGTH,
  HALVES_SIZE,
  HASH_BITS,
  HASH_FACTOR,
} from '../simd/fingerprint_layout';

/** One bit each. */
const BUCKETS = 8;
const HALF_SIZE = 16;

/**
 * Writes what `findFingerprint` looks up: for each place, low and high half of the byte, the buckets whose fingerprints
 * allow it. Fingerprints that begin alike share a bucket, because a bucket allows every mixture of what is in it.
 * @returns the address of the table
 */
export const createFingerprintTable = (kernel: Kernel, prints: readonly Fingerprint[]): number => {
  const table = kernel.reserve(HALVES_SIZE + (1 << HASH_BITS) / 8);
  const allow = (address: number, bit: number): void => {
    kernel.bytes[address] = (kernel.bytes[address] ?? 0) | bit;
  };
  const distinct = [...new Map(prints.map((print) => [toName(print), print]))];
  const sorted = distinct.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [rank, [, { places }]] of sorted.entries()) {
    const bit = 1 << Math.floor((rank * BUCKETS) / sorted.length);
    for (let place = 0; place < FINGERPRINT_LENGTH; place += 1) {
      const low = table + 2 * HALF_SIZE * place;
      for (const byte of toPossibleBytes(places[place])) {
        allow(low + (byte & 15), bit);
        allow(low + HALF_SIZE + (byte >> 4), bit);
      }
    }
    for (const hash of toHashes(places)) allow(table + HALVES_SIZE + (hash >> 3), 1 << (hash & 7));
  }
  return table;
};

/** Of all that a fingerprint may be spelled as. */
const toHashes = ([a, b, c]: readonly Place[]): Set<number> => {
  const hashes = new Set<number>();
  for (const first of toPossibleBytes(a)) {
    for (const second of toPossibleBytes(b)) {
      if (hashes.size === 1 << HASH_BITS) return hashes;
      for (const third of toPossibleBytes(c)) {
        const bytes = first | (second << 8) | (third << 16);
        hashes.add(Math.imul(bytes, HASH_FACTOR) >>> (32 - HASH_BITS));
      }
    }
  }
  return hashes;
};

const toName = ({ places }: Fingerprint): string =>
  places.map((place = []) => String.fromCharCode(...place)).join();
