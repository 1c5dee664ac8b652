/**
 * File names and links of Linux are bytes; this keeps them whole in a JavaScript string.
 * A byte that is not UTF-8 becomes a lone surrogate U+DC80…U+DCFF, so that the name still opens the
 * same file; SQLite's encoder shows such a character as U+FFFD.
 */
import { isUtf8 } from 'node:buffer';

/** What stands in decoded text for bytes that are not UTF-8 (or for itself). */
export const REPLACEMENT = '\ufffd';
const LONE_SURROGATE_BASE = 0xdc00;
const LONE_BYTE = /[\udc80-\udcff]/;
const SEQUENCE = /[\udc80-\udcff]|[^\udc80-\udcff]+/g;

/** Length of the UTF-8 character at `start`, or 0 where there is none. */
const findCharacterLength = (bytes: Buffer, start: number): number => {
  const lead = bytes[start] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const end = start + length;
  return length > 0 && end <= bytes.length && isUtf8(bytes.subarray(start, end)) ? length : 0;
};

/** Bytes → text, reversible by `toRawBytes`. */
export const toByteText = (bytes: Buffer): string => {
  const decoded = bytes.toString('utf8');
  if (!decoded.includes(REPLACEMENT) || isUtf8(bytes)) return decoded;
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = findCharacterLength(bytes, at);
    text +=
      length > 0
        ? bytes.toString('utf8', at, at + length)
        : String.fromCharCode(LONE_SURROGATE_BASE + (bytes[at] ?? 0));
    at += Math.max(length, 1);
  }
  return text;
};

/** The bytes a text of `toByteText` stands for; ordinary text is its UTF-8. */
export const toRawBytes = (text: string): Buffer => {
  if (!LONE_BYTE.test(text)) return Buffer.from(text, 'utf8');
  return Buffer.concat(
    (text.match(SEQUENCE) ?? []).map((part) =>
      LONE_BYTE.test(part)
        ? Buffer.from([part.charCodeAt(0) - LONE_SURROGATE_BASE])
        : Buffer.from(part, 'utf8')
    )
  );
};

/** The text in the form Node's file functions take: bytes only where it needs them. */
export const toFsPath = (text: string): string | Buffer =>
  LONE_BYTE.test(text) ? toRawBytes(text) : text;
