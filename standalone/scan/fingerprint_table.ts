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
  const { bytes } = kernel;
  const sorted = [...prints].sort((a, b) => (toName(a) < toName(b) ? -1 : 1));
  for (const [rank, { places }] of sorted.entries()) {
    const bit = 1 << Math.floor((rank * BUCKETS) / sorted.length);
    for (let place = 0; place < FINGERPRINT_LENGTH; place += 1) {
      const low = table + 2 * HALVES_SIZE * place;
      const high = low + HALVES_SIZE;
      for (const byte of toBytes(places[place])) {
        bytes[low + (byte & 15)] = (bytes[low + (byte & 15)] ?? 0) | bit;
        bytes[high + (byte >> 4)] = (bytes[high + (byte >> 4)] ?? 0) | bit;
      }
    }
  }
  return table;
};

const toName = ({ places }: Fingerprint): string =>
  places.map((place = []) => String.fromCharCode(...place)).join('');
