import { DEEPEST, STACK } from '../memory_layout';
import * as char from './characters';
import { skipString } from './skip_string';

/** Four characters as they are loaded at once. */
const TRUE: u32 = 0x65757274;
const NULL: u32 = 0x6c6c756e;
const FALS: u32 = 0x736c6166;

/** The first place that is no blank within a line. */
export function skipSpaces(at: usize): usize {
  while (true) {
    const byte = load<u8>(at);
    if (byte != char.BLANK && byte != char.TAB && byte != char.CARRIAGE_RETURN) return at;
    at += 1;
  }
}

/** As `skipSpaces`, for a place where there rarely is one. */
function passBlanks(at: usize): usize {
  return load<u8>(at) <= char.BLANK ? skipSpaces(at) : at;
}

/** The end of a run of digits, or 0 if there is not a single one. */
function skipDigits(at: usize): usize {
  const start = at;
  while (load<u8>(at) - char.ZERO <= 9) at += 1;
  return at == start ? 0 : at;
}

/** The end of a number, or 0 if there is none. */
function skipNumber(at: usize): usize {
  if (load<u8>(at) == char.MINUS) at += 1;
  if (load<u8>(at) == char.ZERO) {
    at += 1;
  } else {
    at = skipDigits(at);
    if (at == 0) return 0;
  }
  if (load<u8>(at) == char.DOT) {
    at = skipDigits(at + 1);
    if (at == 0) return 0;
  }
  if ((load<u8>(at) | char.LOWER) == char.LETTER_E) {
    at += 1;
    const sign = load<u8>(at);
    if (sign == char.PLUS || sign == char.MINUS) at += 1;
    return skipDigits(at);
  }
  return at;
}

/** The end of `true`, `false`, `null` or a number, or 0 if there is none. */
function skipScalar(at: usize): usize {
  const word = load<u32>(at);
  if (word == TRUE || word == NULL) return at + 4;
  if (word == FALS) return load<u8>(at, 4) == char.LETTER_E ? at + 5 : 0;
  return skipNumber(at);
}

/**
 * The end of a JSON value on a line, or 0 if it is not valid, by the grammar of `JSON.parse`. A newline behind the line must be
 * there: it stops every loop. What is nested deeper than there is memory for counts as not valid.
 */
export function skipValue(at: usize): usize {
  let depth: usize = 0;
  let isObject = false;
  while (true) {
    if (isObject) {
      at = passBlanks(at);
      if (load<u8>(at) != char.QUOTE) return 0;
      at = skipString(at + 1);
      if (at == 0) return 0;
      at = passBlanks(at);
      if (load<u8>(at) != char.COLON) return 0;
      at += 1;
    }
    at = passBlanks(at);
    const first = load<u8>(at);
    if (first == char.QUOTE) {
      at = skipString(at + 1);
      if (at == 0) return 0;
    } else if ((first | char.LOWER) == char.OPENING_BRACE) {
      if (depth >= usize(DEEPEST)) return 0;
      store<u8>(usize(STACK) + depth, u8(isObject));
      depth += 1;
      isObject = first == char.OPENING_BRACE;
      at = passBlanks(at + 1);
      // An empty container is closed below like any other; its closing character is two behind the opening one.
      if (load<u8>(at) != first + 2) continue;
    } else {
      at = skipScalar(at);
      if (at == 0) return 0;
    }
    // What follows a value: a comma and the next one, or the ends of containers.
    while (true) {
      if (depth == 0) return at;
      at = passBlanks(at);
      const byte = load<u8>(at);
      at += 1;
      if (byte == char.COMMA) break;
      if (byte != (isObject ? char.CLOSING_BRACE : char.CLOSING_BRACKET)) return 0;
      depth -= 1;
      isObject = load<u8>(usize(STACK) + depth) != 0;
    }
  }
}

/** The newline of a line that holds one object or nothing, or 0 if it holds anything else. */
export function skipLine(at: usize): usize {
  at = skipSpaces(at);
  if (load<u8>(at) == char.NEWLINE) return at;
  if (load<u8>(at) != char.OPENING_BRACE) return 0;
  at = skipValue(at);
  if (at == 0) return 0;
  at = skipSpaces(at);
  return load<u8>(at) == char.NEWLINE ? at : 0;
}
