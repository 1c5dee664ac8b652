import type { LiteralChoice } from '../../../common/eql/required_literals';
import type { TripleCounts } from './count_triples';
import { createFingerprintTable } from './fingerprint_table';
import { toPossibleBytes, toFingerprint } from './fingerprint';
import type { Fingerprint } from './fingerprint';
import { toJsonNeedle } from './json_needle';
import type { JsonNeedle } from './json_needle';
import type { Kernel } from '../simd/create_kernel';

export interface LiteralFinder {
  /**
   * Where the next literal of a choice may stand, or `end`. A place is also given where a character of a literal may
   * be written as an escape, so that a line without any place can be passed over.
   */
  find(at: number, end: number): number;
}

const BACKSLASH = 0x5c;
const SLASH = 0x2f;
/** More literals would meet at every corner. */
const MOST_LITERALS = 512;

/**
 * Prepares looking for the literals of a choice in lines of JSON.
 * @returns undefined when literals may be spelled in ways that can not be looked for
 */
export const createLiteralFinder = (
  kernel: Kernel,
  choice: LiteralChoice,
  counts: TripleCounts
): LiteralFinder | undefined => {
  const needles = choice.map(toJsonNeedle).filter((needle) => needle !== undefined);
  if (needles.length < choice.length || needles.length > MOST_LITERALS) return undefined;
  const placed = needles.map((needle) => ({ needle, print: toFingerprint(needle, counts) }));
  const escapes = toEscapes(needles);
  const prints = [...placed.map(({ print }) => print), escapes.fingerprint];
  const table = createFingerprintTable(kernel, prints);
  const candidates = toCandidates(placed);
  const isPlace = (bytes: Buffer, at: number): boolean => {
    for (const candidate of candidates[bytes[at] ?? 0] ?? []) {
      if (stands(candidate, bytes, at)) return true;
    }
    return bytes[at] === BACKSLASH && escapes.matter(bytes, at);
  };
  return {
    find: (at, end) => {
      const { bytes } = kernel;
      let doubt = kernel.findFingerprint(at, end, table);
      while (doubt < end && !isPlace(bytes, doubt)) {
        doubt = kernel.findFingerprint(doubt + 1, end, table);
      }
      return doubt;
    },
  };
};

interface PlacedNeedle {
  readonly needle: JsonNeedle;
  readonly print: Fingerprint;
}

/** By the byte a fingerprint begins with, which needles it may belong to. */
const toCandidates = (placed: readonly PlacedNeedle[]): PlacedNeedle[][] => {
  const byFirst: PlacedNeedle[][] = Array.from({ length: 256 }, () => []);
  for (const candidate of placed) {
    for (const byte of toPossibleBytes(candidate.print.places[0])) byFirst[byte]?.push(candidate);
  }
  return byFirst;
};

const byteOf = (char: string): number => char.charCodeAt(0);

/** Which escapes may hide a character of the needles: all ASCII characters are written `\u00…`. */
const toEscapes = (needles: readonly JsonNeedle[]) => {
  const codes = new Set<number>();
  for (const { characters } of needles) for (const code of characters ?? []) codes.add(code);
  const isAscii = needles.every(({ characters }) => characters !== undefined);
  const zero = isAscii ? [byteOf('0')] : undefined;
  const fingerprint: Fingerprint = { offset: 0, places: [[BACKSLASH], [byteOf('u')], zero] };
  const matter = (bytes: Buffer, at: number): boolean =>
    bytes[at + 1] === byteOf('u') &&
    (!isAscii || codes.has(parseInt(bytes.toString('latin1', at + 2, at + 6), 16)));
  return { fingerprint, matter };
};

/** Whether a needle stands where its fingerprint was found, with `\/` for `/` allowed and its quotes those of a value. */
const stands = (
  { needle, print: { offset } }: PlacedNeedle,
  bytes: Buffer,
  hit: number
): boolean => {
  const { bytes: wanted, folds } = needle;
  let at = hit;
  for (let index = offset; index < wanted.length; index += 1) {
    if (wanted[index] === SLASH && bytes[at] === BACKSLASH) at += 1;
    if (((bytes[at] ?? 0) | (folds[index] ?? 0)) !== wanted[index]) return false;
    at += 1;
  }
  if (needle.closes && !isEndOfValue(bytes, at)) return false;
  at = hit - 1;
  for (let index = offset - 1; index >= 0; index -= 1) {
    if (((bytes[at] ?? 0) | (folds[index] ?? 0)) !== wanted[index]) return false;
    at -= 1;
    if (wanted[index] === SLASH && bytes[at] === BACKSLASH) at -= 1;
  }
  return !needle.opens || isStartOfValue(bytes, at);
};

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x0d;

/** A closing quote is followed by a comma or a closing bracket; the end of a key by a colon. */
const isEndOfValue = (bytes: Buffer, behind: number): boolean => {
  let at = behind;
  while (isBlank(bytes[at])) at += 1;
  return bytes[at] === byteOf(',') || bytes[at] === byteOf('}') || bytes[at] === byteOf(']');
};

const isStartOfValue = (bytes: Buffer, before: number): boolean => {
  let at = before;
  while (isBlank(bytes[at])) at -= 1;
  return bytes[at] === byteOf(':') || bytes[at] === byteOf(',') || bytes[at] === byteOf('[');
};
