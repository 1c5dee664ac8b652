import { FINGERPRINT_LENGTH, toBytes } from './fingerprint';
import type { Fingerprint } from './fingerprint';
import type { Kernel } from './simd/create_kernel';

/** One bit each. */
const BUCKETS = 8;
const HALVES_SIZE = 16;

/**
 * Writes what `findFingerprint` looks up: for each place, low and high half of the byte, the buckets whose fingerprints
 * allow it. Fingerprints that begin alike share a bucket, because a bucket allows every mixture of what is in it.
 * @returns the address of the table
 */
export const createFingerprintTable = (kernel: Kernel, prints: readonly Fingerprint[]): number => {
  const table = kernel.reserve(2 * HALVES_SIZE * FINGERPRINT_LENGTH);
  const allow = (address: number, bit: number): void => {
    kernel.bytes[address] = (kernel.bytes[address] ?? 0) | bit;
  };
  const distinct = [...new Map(prints.map((print) => [toName(print), print]))];
  const sorted = distinct.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [rank, [, { places }]] of sorted.entries()) {
    const bit = 1 << Math.floor((rank * BUCKETS) / sorted.length);
    for (let place = 0; place < FINGERPRINT_LENGTH; place += 1) {
      const low = table + 2 * HALVES_SIZE * place;
      for (const byte of toBytes(places[place])) {
        allow(low + (byte & 15), bit);
        allow(low + HALVES_SIZE + (byte >> 4), bit);
      }
    }
  }
  return table;
};

const toName = ({ places }: Fingerprint): string =>
  places.map((place = []) => String.fromCharCode(...place)).join();
