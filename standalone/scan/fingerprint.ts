import type { JsonNeedle } from './json_needle';

/** How many bytes a fingerprint has. */
export const FINGERPRINT_LENGTH = 3;

/** Bytes that may stand at one place; undefined for any. */
export type Place = readonly number[] | undefined;

const ALL_BYTES: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

export const toBytes = (place: Place): readonly number[] => place ?? ALL_BYTES;

/** Up to three neighbouring bytes of a needle by which it is looked for. */
export interface Fingerprint {
  /** Where in the needle it begins. */
  readonly offset: number;
  readonly places: readonly Place[];
}

const SLASH = 0x2f;

/**
 * The part of a needle that is rarest in the data, so that looking for it stops seldom. A slash is avoided: it may be
 * written `\/`. One in front of the part is no harm.
 * @param counts how often each byte stands in a sample of the data
 */
export const toFingerprint = (needle: JsonNeedle, counts: Uint32Array): Fingerprint => {
  let best: Fingerprint = { offset: 0, places: [] };
  for (let offset = 0; offset < needle.bytes.length; offset += 1) {
    const candidate = { offset, places: toPlaces(needle, offset) };
    if (toFrequency(candidate, counts) < toFrequency(best, counts)) best = candidate;
  }
  return best;
};

const toPlaces = ({ bytes, folds }: JsonNeedle, offset: number): Place[] => {
  const places: Place[] = [];
  for (let index = offset; index < offset + FINGERPRINT_LENGTH; index += 1) {
    const byte = bytes[index];
    if (byte === undefined || byte === SLASH) break;
    places.push(folds[index] === 0 ? [byte] : [byte, byte & ~0x20]);
  }
  return places;
};

/** The share of places where it stands, as if bytes did not depend on each other; 1 for an empty one. */
const toFrequency = ({ places }: Fingerprint, counts: Uint32Array): number => {
  const total = counts.reduce((sum, count) => sum + count, 0) + 1;
  return places.reduce(
    (share, place = []) =>
      share * (place.reduce((sum, byte) => sum + (counts[byte] ?? 0), 0) / total + 1 / total),
    1
  );
};
