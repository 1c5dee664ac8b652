import { FINGERPRINT_LENGTH } from '../simd/fingerprint_layout';
import type { JsonNeedle } from './json_needle';
import type { TripleCounts } from './count_triples';

/** Bytes that may stand at one place; undefined for any. */
export type Place = readonly number[] | undefined;

const ALL_BYTES: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte);

export const toPossibleBytes = (place: Place): readonly number[] => place ?? ALL_BYTES;

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
 */
export const toFingerprint = (needle: JsonNeedle, counts: TripleCounts): Fingerprint => {
  let best: Fingerprint = { offset: 0, places: [] };
  let least = Infinity;
  for (let offset = 0; offset < needle.bytes.length; offset += 1) {
    const places = toPlaces(needle, offset);
    const [a, b, c] = needle.bytes.subarray(offset, offset + places.length);
    const count = c === undefined ? WORST - places.length : counts.get(a ?? 0, b ?? 0, c);
    if (count >= least) continue;
    least = count;
    best = { offset, places };
  }
  return best;
};

/** Parts shorter than three bytes are only used where there is no other. */
const WORST = 2 ** 40;

const toPlaces = ({ bytes, folds }: JsonNeedle, offset: number): Place[] => {
  const places: Place[] = [];
  for (let index = offset; index < offset + FINGERPRINT_LENGTH; index += 1) {
    const byte = bytes[index];
    if (byte === undefined || byte === SLASH) break;
    places.push(folds[index] === 0 ? [byte] : [byte, byte & ~0x20]);
  }
  return places;
};
