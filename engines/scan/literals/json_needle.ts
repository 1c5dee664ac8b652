import type { RequiredLiteral } from '../../../common/eql/required_literals';

/** A literal as its bytes stand in a line of JSON, if its characters are not written as `\u` escapes. */
export interface JsonNeedle {
  /** In lower case where case is ignored. */
  readonly bytes: Uint8Array;
  /** 0x20 where a letter stands whose case is ignored, to be or-ed to the byte compared; else 0. */
  readonly folds: Uint8Array;
  /** The first byte is the opening quote of the value. */
  readonly opens: boolean;
  /** The last byte is the closing quote of the value. */
  readonly closes: boolean;
  /** Characters that might be written as `\u` escapes instead; undefined when they are not only ASCII. */
  readonly characters: ReadonlySet<number> | undefined;
}

const QUOTE = '"';

/**
 * Spells a literal as JSON does. Where there is a choice, `\/` for a slash is left to whoever searches, and escapes to
 * whoever looks for `characters`.
 * @returns undefined when there are spellings that bytes can not tell
 */
export const toJsonNeedle = (literal: RequiredLiteral): JsonNeedle | undefined => {
  const { text, ignoreCase, opens, closes } = literal;
  // U+FFFD stands for any broken UTF-8, and what JSON.stringify writes as `\u` is always written so.
  const inner = JSON.stringify(text).slice(1, -1);
  if (text.includes('\ufffd') || /\\u/.test(inner.replace(/\\\\/g, '')) || /\\\//.test(inner)) {
    return undefined;
  }
  const spelled = `${opens ? QUOTE : ''}${inner}${closes ? QUOTE : ''}`;
  const bytes = new TextEncoder().encode(spelled);
  if (bytes.length === 0) return undefined;
  return {
    bytes,
    folds: bytes.map((byte, index) => {
      const isEscape = bytes[index - 1] === 0x5c && toEscapeCount(bytes, index) % 2 === 1;
      return ignoreCase && !isEscape && byte >= 0x61 && byte <= 0x7a ? 0x20 : 0;
    }),
    opens,
    closes,
    characters: toCharacters(text, ignoreCase),
  };
};

/** How many backslashes stand in front. */
const toEscapeCount = (bytes: Uint8Array, index: number): number => {
  let count = 0;
  while (bytes[index - 1 - count] === 0x5c) count += 1;
  return count;
};

const toCharacters = (text: string, ignoreCase: boolean): Set<number> | undefined => {
  const codes = new Set<number>();
  for (const char of ignoreCase ? text + text.toUpperCase() : text) {
    const code = char.charCodeAt(0);
    if (code > 0x7f) return undefined;
    codes.add(code);
  }
  return codes;
};
