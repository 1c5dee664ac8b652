import { EqlError } from '../errors/eql_error';
import type { Token } from './token';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/** Up to the next character that ends a plain run: quote, backslash or line end. */
const PLAIN = /[^"\\\r\n]*/y;
const UNICODE_ESCAPE = /\\u\{([0-9A-Fa-f]{2,8})\}/y;
/** The shortest closing quotes win, yet up to two more directly behind them are content. */
const RAW = /"""((?:(?!""")[^\r\n])*)"""("{0,2})/y;

/**
 * Reads `"…"` with its escapes.
 * @throws EqlError for an unknown escape or a missing end
 */
export const readString = (text: string, start: number): Token => {
  let value = '';
  let at = start + 1;
  for (;;) {
    PLAIN.lastIndex = at;
    value += PLAIN.exec(text)?.[0] ?? '';
    at = PLAIN.lastIndex;
    if (text[at] === '"') return { kind: 'string', text: value, range: { start, end: at + 1 } };
    if (text[at] !== '\\') throw new EqlError(text, { start, end: at }, 'string_unterminated');
    const escape = readEscape(text, at);
    value += escape.value;
    at = escape.end;
  }
};

/**
 * Reads `"""…"""`, in which nothing is escaped.
 * @throws EqlError when the line ends before the string
 */
export const readRawString = (text: string, start: number): Token => {
  RAW.lastIndex = start;
  const found = RAW.exec(text);
  if (found === null) {
    const lineEnd = text.slice(start).search(/[\r\n]/);
    const end = lineEnd === -1 ? text.length : start + lineEnd;
    throw new EqlError(text, { start, end }, 'string_unterminated');
  }
  const value = `${found[1] ?? ''}${found[2] ?? ''}`;
  return { kind: 'string', text: value, range: { start, end: start + found[0].length } };
};

const readEscape = (text: string, start: number): { value: string; end: number } => {
  const letter = text[start + 1] ?? '';
  const simple = ESCAPES[letter];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  if (letter === 'u') return readUnicodeEscape(text, start);
  const range = { start, end: Math.min(start + 2, text.length) };
  throw new EqlError(text, range, 'escape_invalid', { values: { escape: `\\${letter}` } });
};

const readUnicodeEscape = (text: string, start: number): { value: string; end: number } => {
  UNICODE_ESCAPE.lastIndex = start;
  const found = UNICODE_ESCAPE.exec(text);
  const end = found === null ? start + 2 : start + found[0].length;
  const codePoint = parseInt(found?.[1] ?? '', 16);
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (found === null || isSurrogate || codePoint > 0x10ffff) {
    const escape = text.slice(start, end);
    throw new EqlError(text, { start, end }, 'unicode_escape_invalid', { values: { escape } });
  }
  return { value: String.fromCodePoint(codePoint), end };
};
