import type { Comparison, Expression, In, TextRange } from '../ast';
import { isBooleanPredicate } from './is_boolean_predicate';
import type { Condition } from './condition';
import { findConstant } from './find_constant';
import type { QueryScope } from './query_scope';
import { toComputedTest } from './to_computed_test';
import { toFieldTest } from './to_field_test';

/**
 * Turns an expression in the place of a condition into logic over tests: `!=` and `not in` become complements,
 * comparisons with null become tests for absence, and what can not be asked of a field's values one by one
 * is computed per combination of values.
 */
export const toCondition = (expression: Expression, scope: QueryScope): Condition => {
  const { range } = expression;
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const operands = expression.operands.map((operand) => toCondition(operand, scope));
      return combine(expression.kind, operands, range);
    }
    case 'not':
      return complement(toCondition(expression.operand, scope), range);
    case 'in':
      return toInCondition(expression, scope);
    case 'comparison':
      return toComparisonCondition(expression, scope);
    default:
      return toTest(expression, scope);
  }
};

const toTest = (expression: Expression, scope: QueryScope): Condition => {
  const constant = findConstant(expression, scope);
  if (constant !== undefined) {
    const value = typeof constant === 'boolean' ? constant : null;
    return { kind: 'constant', value, range: expression.range };
  }
  return toFieldTest(expression, scope) ?? toComputedTest(expression, scope);
};

const toInCondition = (expression: In, scope: QueryScope): Condition => {
  if (!expression.negated) return toTest(expression, scope);
  return complement(toTest({ ...expression, negated: false }, scope), expression.range);
};

const toComparisonCondition = (expression: Comparison, scope: QueryScope): Condition => {
  const { range } = expression;
  if (expression.operator === '!=') {
    return complement(toCondition({ ...expression, operator: '==' }, scope), range);
  }
  if (expression.operator !== '==') return toTest(expression, scope);
  return (
    toNullTest(expression, scope) ??
    toTruthTest(expression, scope) ??
    toOptionalTest(expression, scope) ??
    toTest(expression, scope)
  );
};

/** `f == null` asks for absence; `g(f) == null` whether the result is null. */
const toNullTest = (
  { left, right, range }: Comparison,
  scope: QueryScope
): Condition | undefined => {
  const asked = isNull(right, scope) ? left : isNull(left, scope) ? right : undefined;
  if (asked === undefined) return undefined;
  const constant = findConstant(asked, scope);
  if (constant !== undefined) return { kind: 'constant', value: constant === null, range };
  const field = asked.kind === 'field' ? scope.find(asked) : undefined;
  if (field !== undefined) return { kind: 'absence', field, range };
  const computed = toComputedTest(asked, scope);
  return { ...computed, evaluate: (row) => computed.evaluate(row) === null, range };
};

const isNull = (expression: Expression, scope: QueryScope): boolean =>
  findConstant(expression, scope) === null;

/** `cidrMatch(…) == true` is the condition itself, `… == false` its complement. Boolean fields are not meant. */
const toTruthTest = (
  { left, right, range }: Comparison,
  scope: QueryScope
): Condition | undefined => {
  const [predicate, literal] = right.kind === 'boolean' ? [left, right] : [right, left];
  if (literal.kind !== 'boolean' || !isBooleanPredicate(predicate)) return undefined;
  const operand = toCondition(predicate, scope);
  return literal.value ? { ...operand, range } : complement(operand, range);
};

/** Two optional fields that may both be unmapped: missing on both sides counts as equal, as null == null does. */
const toOptionalTest = (expression: Comparison, scope: QueryScope): Condition | undefined => {
  const { left, right } = expression;
  const areOptional = [left, right].every((side) => side.kind === 'field' && side.optional);
  if (!areOptional) return undefined;
  const { range } = expression;
  const computed = toComputedTest(expression, scope);
  const operands = computed.fields.map((field): Condition => ({ kind: 'absence', field, range }));
  return { kind: 'or', operands: [{ kind: 'and', operands, range }, computed], range };
};

/** Constants are folded, because a null stays null under `not` while the test of a field never is one. */
const complement = (operand: Condition, range: TextRange): Condition => {
  if (operand.kind !== 'constant') return { kind: 'not', operand, range };
  return { kind: 'constant', value: operand.value === null ? null : !operand.value, range };
};

const combine = (
  kind: 'and' | 'or',
  operands: readonly Condition[],
  range: TextRange
): Condition => {
  const values = operands.map((operand) =>
    operand.kind === 'constant' ? operand.value : undefined
  );
  if (values.includes(undefined)) return { kind, operands, range };
  const decisive = kind === 'or';
  const value = values.includes(decisive) ? decisive : values.includes(null) ? null : !decisive;
  return { kind: 'constant', value, range };
};
