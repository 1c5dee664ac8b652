import { invertRanges } from './code_ranges';
import type { CodeRange } from './regex_node';

const range = (first: string, last = first): CodeRange => ({
  first: first.charCodeAt(0),
  last: last.charCodeAt(0),
});

const DIGITS = [range('0', '9')];
const BLANKS = [range('\t', '\n'), range('\r'), range(' ')];
const WORD = [range('0', '9'), range('A', 'Z'), range('_'), range('a', 'z')];

/** The characters of `\d`, `\s`, `\w` and their complements, ASCII as in Lucene; undefined for other letters. */
export const findClassEscape = (letter: string): readonly CodeRange[] | undefined =>
  CLASSES.get(letter);

const CLASSES: ReadonlyMap<string, readonly CodeRange[]> = new Map([
  ['d', DIGITS],
  ['D', invertRanges(DIGITS)],
  ['s', BLANKS],
  ['S', invertRanges(BLANKS)],
  ['w', WORD],
  ['W', invertRanges(WORD)],
]);
