import type { TextRange } from '../ast';
import { EqlError } from '../errors/eql_error';
import { KEYWORDS } from './keywords';
import { skipBlanks } from './skip_blanks';
import { readRawString, readString } from './read_string';
import type { Token } from './token';

/** Longest first, so that `![` and `<=` win over their first characters. */
const SYMBOLS = ['![', '==', '!=', '<=', '>=', ...'<>:=+-*/%.,[]()|?'];

const NAME = /[A-Za-z_@][A-Za-z0-9_]*/y;
const TILDE_NAME = /[A-Za-z][A-Za-z0-9_]*~/y;
/** A point needs no digit behind it, an exponent does: `1.`, `.5`, `1e3`, `1.5E-3`. */
const NUMBER = /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const QUOTED_NAME = /`((?:[^`]|``)*)`/y;

/**
 * Cuts a query into tokens, the last of which has kind `end`.
 * @throws EqlError at the first character that can not be read
 */
export const toTokens = (text: string): Token[] => {
  const tokens: Token[] = [];
  let at = skipBlanks(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipBlanks(text, token.range.end);
  }
  tokens.push({ kind: 'end', text: '', range: { start: text.length, end: text.length } });
  return tokens;
};

const readToken = (text: string, start: number): Token =>
  readText(text, start) ??
  readNumber(text, start) ??
  readName(text, start) ??
  readSymbol(text, start) ??
  fail(text, start);

const readText = (text: string, start: number): Token | undefined => {
  if (text.startsWith('"""', start)) return readRawString(text, start);
  if (text[start] === '"') return readString(text, start);
  return undefined;
};

const readNumber = (text: string, start: number): Token | undefined => {
  const digits = match(NUMBER, text, start)?.[0];
  if (digits === undefined) return undefined;
  const kind = /^[0-9]+$/.test(digits) ? 'integer' : 'decimal';
  return { kind, text: digits, range: { start, end: start + digits.length } };
};

const readName = (text: string, start: number): Token | undefined => {
  if (text[start] === '`') return readQuotedName(text, start);
  const found = match(TILDE_NAME, text, start)?.[0] ?? match(NAME, text, start)?.[0];
  if (found === undefined) return undefined;
  const range = { start, end: start + found.length };
  if (KEYWORDS.has(found)) return { kind: 'keyword', text: found, range };
  if (found.endsWith('~')) return { kind: 'tilde_name', text: found.slice(0, -1), range };
  return { kind: 'name', text: found, range };
};

const readQuotedName = (text: string, start: number): Token => {
  const found = match(QUOTED_NAME, text, start);
  if (found === undefined) {
    throw new EqlError(text, { start, end: text.length }, 'name_unterminated');
  }
  const name = (found[1] ?? '').replaceAll('``', '`');
  return { kind: 'quoted_name', text: name, range: { start, end: start + found[0].length } };
};

const readSymbol = (text: string, start: number): Token | undefined => {
  const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, start));
  if (symbol === undefined) return undefined;
  const range = { start, end: start + symbol.length };
  const next = text[range.end];
  if (symbol === '?' && (next === '"' || next === "'")) {
    throw new EqlError(text, { start, end: range.end + 1 }, 'string_after_question_mark');
  }
  return { kind: 'symbol', text: symbol, range };
};

const fail = (text: string, start: number): never => {
  const found = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const range: TextRange = { start, end: start + found.length };
  if (found === "'") throw new EqlError(text, range, 'string_in_single_quotes');
  throw new EqlError(text, range, 'character_unexpected', {
    values: { found },
    suggestions: INSTEAD[found] ?? [],
  });
};

/** What other languages write with a character that EQL does not have. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  '&': ['and'],
  '!': ['not', '!='],
  '~': ['like~'],
  '“': ['"'],
  '”': ['"'],
};

const match = (pattern: RegExp, text: string, start: number): RegExpExecArray | undefined => {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
};
