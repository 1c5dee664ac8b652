/** Osquery's functions that take texts apart. */
import type { SqlFunction } from './sql_function';

const MAX_PATTERN_LENGTH = 256;

/** Osquery's patterns are those of ECMAScript, as JavaScript's are. */
const toPattern = (source: string): RegExp => {
  if (source.length > MAX_PATTERN_LENGTH) {
    throw new Error(`Invalid regex: longer than ${MAX_PATTERN_LENGTH} characters`);
  }
  try {
    return new RegExp(source);
  } catch {
    throw new Error('Invalid regex');
  }
};

const toSeparator = (separator: string): string => {
  if (separator === '') throw new Error('Invalid input to split function');
  return separator;
};

/** Any of the characters separates. */
const toCharacterClass = (characters: string): RegExp =>
  new RegExp(`[${toSeparator(characters).replace(/[\\\]^-]/g, '\\$&')}]`, 'u');

export const TEXT_FUNCTIONS: readonly SqlFunction[] = [
  {
    name: 'split',
    arities: [3],
    run: (text = '', characters = '', index = '') => {
      const parts = text.split(toCharacterClass(characters)).filter((part) => part !== '');
      return parts[Number(index)]?.trim() ?? null;
    },
  },
  {
    name: 'regex_split',
    arities: [3],
    run: (text = '', pattern = '', index = '') => {
      // Groups of the pattern are no parts, unlike in String.split.
      const separators = text.matchAll(new RegExp(toPattern(toSeparator(pattern)), 'g'));
      let start = 0;
      let left = Number(index);
      for (const { 0: separator, index: at } of separators) {
        if (separator === '') continue;
        if (left === 0) return text.slice(start, at);
        left -= 1;
        start = at + separator.length;
      }
      return left === 0 ? text.slice(start) : null;
    },
  },
  {
    name: 'regex_match',
    arities: [3],
    run: (text = '', pattern = '', index = '') => {
      const found = toPattern(pattern).exec(text);
      const group = Number(index);
      return found && group in found ? (found[group] ?? '') : null;
    },
  },
  {
    name: 'parent_directory',
    arities: [1],
    run: (path = '') => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null),
  },
];
