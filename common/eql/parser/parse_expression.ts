import type { ComparisonOperator, Expression } from '../ast';
import { parseSum } from './parse_operand';
import type { TokenCursor } from './token_cursor';

const COMPARISONS: readonly ComparisonOperator[] = ['==', '!=', '<', '<=', '>', '>='];

/** A whole condition or value: `or` binds loosest, then `and`, `not`, comparisons. */
export const parseExpression = (cursor: TokenCursor): Expression =>
  parseLogical(cursor, 'or', (inner) => parseLogical(inner, 'and', parseNot));

const parseLogical = (
  cursor: TokenCursor,
  operator: 'and' | 'or',
  parseSide: (cursor: TokenCursor) => Expression
): Expression => {
  const { start } = cursor.peek().range;
  const first = parseSide(cursor);
  const operands = [first];
  while (cursor.skip(operator)) operands.push(parseSide(cursor));
  if (operands.length === 1) return first;
  return { kind: operator, operands, range: cursor.rangeFrom(start) };
};

const parseNot = (cursor: TokenCursor): Expression => {
  if (!cursor.at('not')) return parseComparison(cursor);
  const { start } = cursor.next().range;
  const operand = cursor.nested(() => parseNot(cursor));
  return { kind: 'not', operand, range: cursor.rangeFrom(start) };
};

const parseComparison = (cursor: TokenCursor): Expression => {
  refuseProcessRelationship(cursor);
  const { start } = cursor.peek().range;
  const left = parseSum(cursor);
  const operator = COMPARISONS.find((candidate) => cursor.at(candidate));
  if (operator === undefined) return left;
  cursor.next();
  const right = parseSum(cursor);
  return { kind: 'comparison', operator, left, right, range: cursor.rangeFrom(start) };
};

/** `child of […]`, `descendant of […]`: grammar that no version runs. */
const refuseProcessRelationship = (cursor: TokenCursor): void => {
  const [relationship, of] = [cursor.peek(), cursor.peek(1)];
  if (relationship.kind !== 'name' || of.kind !== 'keyword' || of.text !== 'of') return;
  cursor.fail(
    { start: relationship.range.start, end: of.range.end },
    'process_relationship_unsupported'
  );
};
