import { decodeEscapes } from '../decode/decode_escapes';
import { createCursor, MAX_NESTING, type Cursor } from './cursor';
import type { Word, WordPart } from './script';
import { take } from './take';
import { takeBalanced } from './take_balanced';

const NAME = /[A-Za-z_]\w*/y;
const SPECIAL = /[0-9@*#?$!-]/y;
/** `${name…}`: an indirection or a length, the name, then what is done with the value. */
const BRACED = /^([!#]?(?:[A-Za-z_]\w*(?:\[[^\]]*\])?|\d+|[@*?$!-]))([^]*)$/;
const DOUBLE_QUOTED = /[^"\\`$]+/y;
const BACKQUOTED = /(?:[^`\\]|\\[^])*/y;
const ANSI_C = /(?:[^'\\]|\\[^])*/y;

/** Reads what `$` begins; the cursor stands behind it. */
export const readDollar = (cursor: Cursor, isQuoted: boolean): Word => {
  const next = cursor.text[cursor.at];
  if (next === "'" && !isQuoted) return [readAnsiC(cursor)];
  if (next === '(') {
    cursor.at++;
    const script = takeBalanced(cursor, ')');
    if (isComputation(script)) return readComputation(script, cursor.nesting);
    return [{ kind: 'substitution', script, mark: '$(', isQuoted }];
  }
  if (next === '{') {
    cursor.at++;
    const inside = takeBalanced(cursor, '}');
    const [, name = '', operation = ''] = BRACED.exec(inside) ?? [];
    if (name === '') return [toLiteral(`\${${inside}}`)];
    return [{ kind: 'parameter', name, operation, isQuoted }];
  }
  const name = take(cursor, NAME) || take(cursor, SPECIAL);
  if (name === '') return [toLiteral('$')];
  return [{ kind: 'parameter', name, operation: '', isQuoted }];
};

const toLiteral = (text: string): WordPart => ({ kind: 'literal', text, quoting: 'double' });

/** `$((1+2))`, but not `$((id) | (cat))`, where the first bracket closes before the last. */
const isComputation = (script: string): boolean => {
  if (!script.startsWith('(') || !script.endsWith(')')) return false;
  const inside = createCursor(script);
  inside.at = 1;
  takeBalanced(inside, ')');
  return inside.at === script.length;
};

/** The number stays as written; what is substituted in it is a command all the same. */
const readComputation = (script: string, nesting: number): Word => {
  if (nesting >= MAX_NESTING) return [toLiteral(`$(${script})`)];
  const inside = readQuotedParts(createCursor(script, nesting + 1), '');
  return [toLiteral('$('), ...inside, toLiteral(')')];
};

const readAnsiC = (cursor: Cursor): WordPart => {
  cursor.at++;
  const text = take(cursor, ANSI_C);
  passQuote(cursor);
  return { kind: 'literal', text: decodeEscapes(text, 'ansi_c'), quoting: 'ansi_c' };
};

/** Reads a text in which only `$`, backquotes and backslashes mean something: what stands in double quotes. */
export const readQuotedParts = (cursor: Cursor, end: '"' | ''): Word => {
  const parts: WordPart[] = [];
  while (cursor.at < cursor.text.length) {
    const char = cursor.text[cursor.at] ?? '';
    if (char === end) break;
    if (char === '\\') {
      const next = cursor.text[cursor.at + 1] ?? '';
      cursor.at += 2;
      if (next === '\n') continue;
      const text = '$`"\\'.includes(next) ? next : `\\${next}`;
      parts.push({ kind: 'literal', text, quoting: 'double' });
    } else if (char === '$') {
      cursor.at++;
      parts.push(...readDollar(cursor, true));
    } else if (char === '`') parts.push(readBackquotes(cursor, true));
    else {
      const text = take(cursor, DOUBLE_QUOTED) || take(cursor, /[^]/y);
      parts.push({ kind: 'literal', text, quoting: 'double' });
    }
  }
  return parts;
};

export const readBackquotes = (cursor: Cursor, isQuoted: boolean): WordPart => {
  cursor.at++;
  const script = take(cursor, BACKQUOTED).replace(/\\([`\\$])/g, '$1');
  passQuote(cursor);
  return { kind: 'substitution', script, mark: '`', isQuoted };
};

/** Moves over the quote that ends what was read. */
export const passQuote = (cursor: Cursor): void => {
  if (cursor.at >= cursor.text.length) cursor.isIncomplete = true;
  cursor.at++;
};
