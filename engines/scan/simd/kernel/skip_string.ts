import * as char from './characters';

/** Which of 16 bytes end a run of plain characters: quotes, backslashes and what must not stand in a string. */
function toStops(bytes: v128): i32 {
  const isControl = i8x16.eq(i8x16.min_u(bytes, i8x16.splat(char.BLANK - 1)), bytes);
  const isQuote = i8x16.eq(bytes, i8x16.splat(char.QUOTE));
  const isBackslash = i8x16.eq(bytes, i8x16.splat(char.BACKSLASH));
  return i8x16.bitmask(v128.or(isControl, v128.or(isQuote, isBackslash)));
}

function isHexDigit(byte: u8): bool {
  const lower = byte | char.LOWER;
  return (
    (byte >= char.ZERO && byte <= char.NINE) || (lower >= char.LETTER_A && lower <= char.LETTER_F)
  );
}

/** The end of what follows a backslash, or 0 if it is no escape. */
function skipEscape(at: usize): usize {
  const byte = load<u8>(at);
  at += 1;
  switch (byte) {
    case char.LETTER_U:
      for (const end = at + 4; at < end; at += 1) if (!isHexDigit(load<u8>(at))) return 0;
      return at;
    case char.QUOTE:
    case char.BACKSLASH:
    case char.SLASH:
    case char.LETTER_B:
    case char.LETTER_F:
    case char.LETTER_N:
    case char.LETTER_R:
    case char.LETTER_T:
      return at;
    default:
      return 0;
  }
}

/** The place behind the closing quote of a string, or 0 if it does not end on its line. `at` is behind the opening quote. */
export function skipString(at: usize): usize {
  while (true) {
    const stops = toStops(v128.load(at));
    if (stops == 0) {
      at += 16;
      continue;
    }
    at += ctz(stops);
    const byte = load<u8>(at);
    at += 1;
    if (byte == char.QUOTE) return at;
    if (byte != char.BACKSLASH) return 0;
    at = skipEscape(at);
    if (at == 0) return 0;
  }
}
