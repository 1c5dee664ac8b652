import type { Arithmetic, Expression, Literal, MatchOperator } from '../ast';
import type { Expected } from '../errors/eql_error';
import { parseCall } from './parse_call';
import { parseField } from './parse_field';
import { toFollowers } from './to_followers';
import type { TokenCursor } from './token_cursor';

const EXPRESSION: Expected = { kind: 'expression' };
const CONSTANT: Expected = { kind: 'constant' };
const MATCH_OPERATORS: readonly MatchOperator[] = [':', 'like', 'like~', 'regex', 'regex~'];

/** `product { ("+" | "-") product }` */
export const parseSum = (cursor: TokenCursor): Expression =>
  parseChain(cursor, ['+', '-'], parseProduct);

/** `unary { ("*" | "/" | "%") unary }` */
const parseProduct = (cursor: TokenCursor): Expression =>
  parseChain(cursor, ['*', '/', '%'], parseUnary);

const parseChain = (
  cursor: TokenCursor,
  operators: readonly Arithmetic['operator'][],
  parseSide: (cursor: TokenCursor) => Expression
): Expression => {
  const { start } = cursor.peek().range;
  let left = parseSide(cursor);
  // The chain leans to the left, so each operator makes the tree one level deeper.
  for (let depth = 1; cursor.at(...operators); depth += 1) {
    cursor.assertDepth(depth);
    const symbol = cursor.next().text;
    const operator = operators.find((candidate) => candidate === symbol) ?? '+';
    const right = parseSide(cursor);
    const range = cursor.rangeFrom(start);
    left = { kind: 'arithmetic', operator, left, right, range };
  }
  return left;
};

/** `("+" | "-") unary | primary [ predicate ]` */
const parseUnary = (cursor: TokenCursor): Expression => {
  if (!cursor.at('+', '-')) return parsePredicate(cursor);
  const sign = cursor.next();
  const operand = cursor.nested(() => parseUnary(cursor));
  const operator = sign.text === '-' ? '-' : '+';
  return { kind: 'sign', operator, operand, range: cursor.rangeFrom(sign.range.start) };
};

/** `primary [ predicate ]`: `in`, `:`, `like`, `regex` bind to the operand on their left, tighter than arithmetic. */
const parsePredicate = (cursor: TokenCursor): Expression => {
  const { start } = cursor.peek().range;
  const operand = parsePrimary(cursor);
  if (cursor.at('not', 'in', 'in~')) return parseIn(cursor, operand, start);
  const operator = MATCH_OPERATORS.find((candidate) => cursor.at(candidate));
  if (operator === undefined) return operand;
  cursor.next();
  const patterns = cursor.at('(')
    ? parseList(cursor, () => parseConstant(cursor) ?? cursor.unexpected(CONSTANT))
    : [parseConstant(cursor) ?? cursor.unexpected(CONSTANT, { token: '(' })];
  return { kind: 'match', operator, operand, patterns, range: cursor.rangeFrom(start) };
};

const parseIn = (cursor: TokenCursor, operand: Expression, start: number): Expression => {
  const negated = cursor.skip('not');
  if (!cursor.at('in', 'in~')) cursor.unexpected({ token: 'in' }, { token: 'in~' });
  const ignoreCase = cursor.next().text === 'in~';
  const members = parseList(cursor, () => cursor.expression());
  const range = cursor.rangeFrom(start);
  return { kind: 'in', operand, negated, ignoreCase, members, range };
};

/** `"(" item { "," item } ")"` */
const parseList = <Item>(cursor: TokenCursor, parseItem: () => Item): Item[] => {
  cursor.expect('(');
  const items = [parseItem()];
  while (cursor.skip(',')) items.push(parseItem());
  cursor.expect(')', { token: ',' });
  return items;
};

const parsePrimary = (cursor: TokenCursor): Expression => {
  const constant = parseConstant(cursor);
  if (constant !== undefined) return constant;
  if (cursor.at('(')) return parseGroup(cursor);
  const token = cursor.peek();
  const isCall = cursor.peek(1).kind === 'symbol' && cursor.peek(1).text === '(';
  if (token.kind === 'tilde_name' || (token.kind === 'name' && isCall)) return parseCall(cursor);
  return parseField(cursor) ?? cursor.unexpected(EXPRESSION);
};

const parseGroup = (cursor: TokenCursor): Expression => {
  cursor.next();
  const inner = cursor.expression();
  cursor.expect(')', ...toFollowers(inner));
  return inner;
};

const parseConstant = (cursor: TokenCursor): Literal | undefined => {
  const { kind, text, range } = cursor.peek();
  if (kind === 'string') {
    cursor.next();
    return { kind: 'string', value: text, range };
  }
  if (kind === 'integer' || kind === 'decimal') {
    cursor.next();
    const isDouble = kind === 'decimal' || BigInt(text) >= 2n ** 64n;
    return { kind: 'number', digits: text, isDouble, range };
  }
  if (cursor.skip('true')) return { kind: 'boolean', value: true, range };
  if (cursor.skip('false')) return { kind: 'boolean', value: false, range };
  return cursor.skip('null') ? { kind: 'null', range } : undefined;
};
