import type { Field } from '../ast';
import type { Token } from '../lexer/token';
import type { TokenCursor } from './token_cursor';

/** `[ "?" ] part { "." part }`; undefined when no field begins here. */
export const parseField = (cursor: TokenCursor): Field | undefined => {
  const first = cursor.peek();
  const optional = cursor.skip('?');
  if (!optional && !isPart(first)) return failOnKeyword(cursor);
  const parts = [parsePart(cursor)];
  while (cursor.skip('.')) {
    parts.push(parsePart(cursor));
    cursor.assertDepth(parts.length);
  }
  refuseIndex(cursor);
  const range = cursor.rangeFrom(first.range.start);
  return { kind: 'field', name: parts.join('.'), optional, range };
};

const isPart = (token: Token): boolean => token.kind === 'name' || token.kind === 'quoted_name';

const parsePart = (cursor: TokenCursor): string => {
  if (isPart(cursor.peek())) return cursor.next().text;
  failOnKeyword(cursor);
  return cursor.unexpected({ kind: 'name' });
};

/** What follows a field and no key word. */
const OPERATORS = [
  '.',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  ':',
  'in',
  'in~',
  'like',
  'like~',
  'regex',
  'regex~',
];

/** A key word where only a name can follow or lead is nearly always a field that needs back quotes. */
const failOnKeyword = (cursor: TokenCursor): undefined => {
  const { kind, text, range } = cursor.peek();
  if (kind !== 'keyword' || !/^[a-z]+$/.test(text)) return undefined;
  const before = cursor.text[range.start - 1];
  const next = cursor.peek(1);
  const isCompared = next.kind !== 'string' && OPERATORS.includes(next.text);
  if (before === '.' || before === '?' || isCompared) {
    cursor.fail(range, 'keyword_as_name', { values: { name: text } });
  }
  return undefined;
};

const refuseIndex = (cursor: TokenCursor): void => {
  const [open, index, close] = [cursor.peek(), cursor.peek(1), cursor.peek(2)];
  if (open.kind !== 'symbol' || open.text !== '[' || index.kind !== 'integer') return;
  const end = close.text === ']' ? close.range.end : index.range.end;
  cursor.fail({ start: open.range.start, end }, 'array_index_unsupported');
};
