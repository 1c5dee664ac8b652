import type { Call, Comparison, Expression, Field, In, Match } from '../ast';
import { collectFields } from '../collect_fields';
import { evaluateArithmetic, negate } from '../functions/arithmetic';
import { findFunction } from '../functions/find_function';
import { foldUnicode } from '../patterns/fold_case';
import { toPatternTest } from '../patterns/to_pattern_test';
import { toLiteralScalar } from '../values/literal_scalar';
import { compareScalars, equalScalars } from '../values/compare_scalars';
import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';

/** One value per field, in the order of the slots. */
export type Row = readonly Scalar[];
export type Evaluate = (row: Row) => Scalar;

/**
 * Compiles an expression for one combination of field values. Logic is three-valued here: null is "not known".
 * @param toSlot where the row holds a field's value; undefined when the field is the constant null
 * @param compile how the parts of the expression are compiled; by default in the same way
 */
export const compileScalar = (
  expression: Expression,
  toSlot: ToSlot,
  compile: (part: Expression) => Evaluate = (part) => compileScalar(part, toSlot)
): Evaluate => {
  switch (expression.kind) {
    case 'field': {
      const slot = toSlot(expression);
      return slot === undefined ? () => null : (row) => row[slot] ?? null;
    }
    case 'and':
    case 'or':
      return compileLogical(expression.operands.map(compile), expression.kind === 'or');
    case 'not': {
      const operand = compile(expression.operand);
      return (row) => complement(operand(row));
    }
    case 'comparison': {
      const { operator } = expression;
      const asked = findAskedForNull(expression, toSlot);
      if (asked !== undefined) return compileNullTest(compile(asked), operator === '!=');
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return (row) => compareScalars(operator, left(row), right(row));
    }
    case 'arithmetic': {
      const { operator } = expression;
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return (row) => evaluateArithmetic(operator, left(row), right(row));
    }
    case 'sign': {
      const operand = compile(expression.operand);
      return expression.operator === '+' ? operand : (row) => negate(operand(row));
    }
    case 'in':
      return compileIn(expression, compile(expression.operand), expression.members.map(compile));
    case 'match':
      return compileMatch(expression, compile(expression.operand));
    case 'call':
      return compileCall(expression, expression.args.map(compile), toSlot);
    default: {
      const value = toLiteralScalar(expression);
      return () => value;
    }
  }
};

type ToSlot = (field: Field) => number | undefined;

/** With a null on one side `==` and `!=` ask whether the other side is null, instead of knowing nothing. */
const findAskedForNull = (
  { operator, left, right }: Comparison,
  toSlot: ToSlot
): Expression | undefined => {
  if (operator !== '==' && operator !== '!=') return undefined;
  return isNull(right, toSlot) ? left : isNull(left, toSlot) ? right : undefined;
};

const isNull = (expression: Expression, toSlot: ToSlot): boolean =>
  expression.kind === 'null' || (expression.kind === 'field' && toSlot(expression) === undefined);

const compileNullTest =
  (operand: Evaluate, isNegated: boolean): Evaluate =>
  (row) =>
    (operand(row) === null) !== isNegated;

const complement = (value: Scalar): Scalar => (typeof value === 'boolean' ? !value : null);

/** `or` is decided by a true, `and` by a false; else a null makes the outcome unknown. */
const compileLogical =
  (operands: readonly Evaluate[], decisive: boolean): Evaluate =>
  (row) => {
    let outcome: Scalar = !decisive;
    for (const operand of operands) {
      const value = operand(row);
      if (value === decisive) return decisive;
      if (value === null) outcome = null;
    }
    return outcome;
  };

const compileIn = (
  { negated, ignoreCase }: In,
  operand: Evaluate,
  members: readonly Evaluate[]
): Evaluate => {
  const fold = (value: Scalar): Scalar =>
    ignoreCase && typeof value === 'string' ? foldUnicode(value) : value;
  const isIn: Evaluate = (row) => {
    const value = fold(operand(row));
    if (value === null) return null;
    let outcome: Scalar = false;
    for (const member of members) {
      const equal = equalScalars(value, fold(member(row)));
      if (equal === true) return true;
      if (equal === null) outcome = null;
    }
    return outcome;
  };
  return negated ? (row) => complement(isIn(row)) : isIn;
};

const compileMatch = (match: Match, operand: Evaluate): Evaluate => {
  const test = toPatternTest(match.operator, match.patterns, foldUnicode);
  return (row) => {
    const value = operand(row);
    return value === null ? null : test(toScalarText(value));
  };
};

const compileCall = (call: Call, args: readonly Evaluate[], toSlot: ToSlot): Evaluate => {
  const called = findFunction(call.name);
  if (called === undefined) return () => null;
  const evaluate =
    'evaluate' in called ? called.evaluate : called.prepare(toConstants(call, args, toSlot));
  const { ignoreCase } = call;
  return (row) =>
    evaluate(
      args.map((arg) => arg(row)),
      ignoreCase
    );
};

const toConstants = (
  call: Call,
  args: readonly Evaluate[],
  toSlot: ToSlot
): (Scalar | undefined)[] =>
  args.map((arg, index) => {
    const fields = collectFields(call.args[index] ?? call);
    return fields.every((field) => toSlot(field) === undefined) ? arg([]) : undefined;
  });
