import { standsAt, toWord } from './ascii_word';
import type { AuditChunk } from './audit_chunk';

const QUOTE = 0x22;
const SHORTEST_SLICED_STRING = 13;

/**
 * The text of one audit value at `[start, end)`: `"quoted"`, hexadecimal (how the kernel writes whatever holds a space,
 * a quote or a byte outside ASCII) or a bare word; quotes as copies of a log spell them count as quotes. Absent values, `(null)`, `(none)` and `?`, are undefined.
 * Bytes that are not UTF-8 become U+FFFD; the result never keeps the chunk in memory.
 */
export const decodeValue = (chunk: AuditChunk, start: number, end: number): string | undefined => {
  const { bytes } = chunk;
  if (isAbsent(bytes, start, end)) return undefined;
  if (bytes[start] === QUOTE) return toText(chunk, start + 1, unquotedEnd(bytes, start, end));
  const copied = findCopiedQuotes(bytes, start, end);
  if (copied) return toText(chunk, start + copied.open.length, end - copied.close.length);
  const length = decodeHex(bytes, start, end);
  if (length === NOT_HEX) return toText(chunk, start, end);
  return isAscii ? scratch.toString('latin1', 0, length) : scratch.toString('utf8', 0, length);
};

/** The same value as bytes, for pieces that only together are UTF-8. The buffer is a copy. */
export const decodeBytes = ({ bytes }: AuditChunk, start: number, end: number): Buffer => {
  if (bytes[start] === QUOTE) {
    return Buffer.from(bytes.subarray(start + 1, unquotedEnd(bytes, start, end)));
  }
  const copied = findCopiedQuotes(bytes, start, end);
  if (copied) {
    return Buffer.from(bytes.subarray(start + copied.open.length, end - copied.close.length));
  }
  const length = decodeHex(bytes, start, end);
  return Buffer.from(length === NOT_HEX ? bytes.subarray(start, end) : scratch.subarray(0, length));
};

interface CopiedQuotes {
  readonly open: Buffer;
  readonly close: Buffer;
}

/** A quote out of a JSON text, out of a web page, out of a word processor: records are pasted from there. */
const COPIED_QUOTES: readonly CopiedQuotes[] = [
  ['\\"', '\\"'],
  ['&quot;', '&quot;'],
  ['“', '”'],
  ['”', '”'],
].map(([open = '', close = '']) => ({ open: Buffer.from(open), close: Buffer.from(close) }));
/** Bytes they begin with. The kernel begins no bare word with one of these. */
const COPIED_BEGINNINGS = new Uint8Array(256);
for (const { open } of COPIED_QUOTES) COPIED_BEGINNINGS[open[0] ?? 0] = 1;

const findCopiedQuotes = (bytes: Buffer, start: number, end: number): CopiedQuotes | undefined =>
  COPIED_BEGINNINGS[bytes[start] ?? 0] === 0
    ? undefined
    : COPIED_QUOTES.find(
        ({ open, close }) =>
          end - start >= open.length + close.length &&
          bytes.subarray(start, start + open.length).equals(open) &&
          bytes.subarray(end - close.length, end).equals(close)
      );

const unquotedEnd = (bytes: Buffer, start: number, end: number): number =>
  end > start + 1 && bytes[end - 1] === QUOTE ? end - 1 : end;

const ABSENT = ['?', '(null)', '(none)'].map(toWord);

const isAbsent = (bytes: Buffer, start: number, end: number): boolean => {
  for (const word of ABSENT) {
    if (end - start === word.length && standsAt(bytes, start, word)) return true;
  }
  return false;
};

const toText = ({ bytes, text }: AuditChunk, start: number, end: number): string => {
  for (let i = start; i < end; i++) {
    if ((bytes[i] ?? 0) > 0x7f) return bytes.toString('utf8', start, end);
  }
  // A longer slice would be a view that keeps the whole chunk alive.
  return end - start < SHORTEST_SLICED_STRING
    ? text.slice(start, end)
    : bytes.toString('latin1', start, end);
};

const NOT_HEX = -1;
/** Decoding runs to its end before the next begins, so one buffer serves all values. */
let scratch = Buffer.alloc(8192);
let isAscii = true;

const decodeHex = (bytes: Buffer, start: number, end: number): number => {
  const length = (end - start) >> 1;
  if (length === 0 || (end - start) % 2 !== 0) return NOT_HEX;
  if (length > scratch.length) scratch = Buffer.alloc(length * 2);
  let seen = 0;
  for (let i = 0, at = start; i < length; i++, at += 2) {
    const high = HEX_DIGIT[bytes[at] ?? 0] ?? NOT_HEX;
    const low = HEX_DIGIT[bytes[at + 1] ?? 0] ?? NOT_HEX;
    if (high < 0 || low < 0) return NOT_HEX;
    const byte = high * 16 + low;
    seen |= byte;
    scratch[i] = byte;
  }
  isAscii = seen < 0x80;
  return length;
};

const HEX_DIGIT = new Int8Array(256).fill(NOT_HEX);
for (let digit = 0; digit < 16; digit++) {
  HEX_DIGIT[digit.toString(16).charCodeAt(0)] = digit;
  HEX_DIGIT[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}
