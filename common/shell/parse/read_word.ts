import type { Cursor } from './cursor';
import { passQuote, readBackquotes, readDollar, readQuotedParts } from './read_expansion';
import type { Word, WordPart } from './script';
import { take } from './take';
import { takeBalanced } from './take_balanced';

const PLAIN = /[^\s\\'"`$;&|<>()]+/y;
const SINGLE_QUOTED = /[^']*/y;
const END_OF_WORD = /[\s;&|()]/;
const BEGINS_ARRAY = /^[A-Za-z_]\w*\+?=$/;

/** Reads one word, or nothing where an operator or the end stands. */
export const readWord = (cursor: Cursor): Word => {
  const parts: WordPart[] = [];
  while (cursor.at < cursor.text.length) {
    const char = cursor.text[cursor.at] ?? '';
    const isArray = char === '(' && parts.length === 1 && beginsArray(parts[0]);
    if (isArray) parts.push(readArray(cursor));
    else if (char === '<' || char === '>') {
      // `<(…)` is a word of its own; any other `<` ends this one.
      if (cursor.text[cursor.at + 1] !== '(') break;
      cursor.at += 2;
      const script = takeBalanced(cursor, ')');
      parts.push({ kind: 'substitution', script, mark: `${char}(`, isQuoted: false });
    } else if (END_OF_WORD.test(char)) break;
    else readPart(cursor, char, parts);
  }
  return parts;
};

const readPart = (cursor: Cursor, char: string, parts: WordPart[]): void => {
  if (char === "'") {
    cursor.at++;
    parts.push({ kind: 'literal', text: take(cursor, SINGLE_QUOTED), quoting: 'single' });
    passQuote(cursor);
  } else if (char === '"') {
    cursor.at++;
    const inside = readQuotedParts(cursor, '"');
    parts.push(...toAtLeastOne(inside));
    passQuote(cursor);
  } else if (char === '\\') {
    const text = cursor.text[cursor.at + 1] ?? '';
    cursor.at += 2;
    if (text !== '\n') parts.push({ kind: 'literal', text, quoting: 'escape' });
  } else if (char === '$') {
    cursor.at++;
    // `$"…"` is a text to be translated: the quotes alone.
    if (cursor.text[cursor.at] !== '"') parts.push(...readDollar(cursor, false));
  } else if (char === '`') parts.push(readBackquotes(cursor, false));
  else parts.push({ kind: 'literal', text: take(cursor, PLAIN), quoting: 'none' });
};

const toAtLeastOne = (inside: Word): Word =>
  inside.length > 0 ? inside : [{ kind: 'literal', text: '', quoting: 'double' }];

const beginsArray = (part: WordPart | undefined): boolean =>
  part?.kind === 'literal' && part.quoting === 'none' && BEGINS_ARRAY.test(part.text);

/** An array's members are kept as one text with blanks between, which is how `${name[@]}` uses them. */
const readArray = (cursor: Cursor): WordPart => {
  cursor.at++;
  const text = takeBalanced(cursor, ')').replace(/["']/g, '').trim();
  return { kind: 'literal', text, quoting: 'single' };
};
