import { FOUND_KEY, ODD_KEY } from '../memory_layout';
import * as char from './characters';
import { skipSpaces, skipValue } from './skip_value';

/** Whether `length` bytes at two places are the same; 16 bytes may be read of each. */
function isSame(a: usize, b: usize, length: usize): bool {
  while (true) {
    const wanted: i32 = length >= 16 ? 0xffff : (1 << i32(length)) - 1;
    const same = i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b)));
    if ((same & wanted) != wanted) return false;
    if (length <= 16) return true;
    a += 16;
    b += 16;
    length -= 16;
  }
}

/** The place of a key in a table, or -1. */
function findKey(keys: usize, start: usize, length: usize): i32 {
  if (length == 0) return -1;
  let index = 0;
  while (true) {
    const keyLength: usize = load<u8>(keys);
    if (keyLength == 0) return -1;
    if (keyLength == length && isSame(keys + 1, start, length)) return index;
    keys += 1 + keyLength;
    index += 1;
  }
}

/**
 * Within a valid object, from its opening brace or the end of a value: the value of the next member whose key is in the
 * table, its place in which is stored as the found key; the closing brace if there is no more. A key that is not plain ASCII is
 * left to the caller: the found key is ODD_KEY then, and its opening quote is given. The table has for each key one byte of
 * length and the key, and ends with a zero.
 */
export function findMember(at: usize, keys: usize): usize {
  while (true) {
    at = skipSpaces(at);
    if (load<u8>(at) == char.COMMA) at = skipSpaces(at + 1);
    if (load<u8>(at) == char.CLOSING_BRACE) return at;
    at += 1;
    const start = at;
    let quotes: i32;
    while (true) {
      const bytes = v128.load(at);
      quotes = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(char.QUOTE)));
      // A byte that is not ASCII has its highest bit set.
      const odd = i8x16.bitmask(v128.or(bytes, i8x16.eq(bytes, i8x16.splat(char.BACKSLASH))));
      const beforeQuote = (quotes & -quotes) - 1;
      if (odd & beforeQuote) {
        store<u8>(FOUND_KEY, u8(ODD_KEY));
        return start - 1;
      }
      if (quotes != 0) break;
      at += 16;
    }
    at += ctz(quotes);
    const key = findKey(keys, start, at - start);
    // Behind the quote and the colon.
    at = skipSpaces(skipSpaces(at + 1) + 1);
    if (key >= 0) {
      store<u8>(FOUND_KEY, u8(key));
      return at;
    }
    at = skipValue(at);
  }
}
