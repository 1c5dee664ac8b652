import type { Comparison, Expression } from '../ast';
import { isBooleanPredicate } from '../compile/is_boolean_predicate';
import { checkArithmetic, checkSign } from './check_arithmetic';
import { checkCall } from './check_call';
import { checkComparison, checkIn } from './check_comparison';
import type { CheckContext } from './check_context';
import { checkField } from './check_field';
import { checkMatch } from './check_match';
import { toStaticType } from './static_type';

/** Checks an expression that decides about an event: it must be true or false. */
export const checkCondition = (expression: Expression, context: CheckContext): void => {
  const found = toStaticType(expression, context.fields);
  if (found !== 'boolean' && found !== 'null' && found !== 'unknown') {
    context.report(expression.range, 'condition_not_boolean', { values: { found } });
  }
  check(expression, true, context);
};

/** Checks an expression whose value is used by another one. */
const checkOperand = (expression: Expression, context: CheckContext): void => {
  check(expression, false, context);
};

/** The parts come first, so that of nested mistakes the inner one leads. */
const check = (expression: Expression, isCondition: boolean, context: CheckContext): void => {
  switch (expression.kind) {
    case 'and':
    case 'or':
      for (const operand of expression.operands) checkCondition(operand, context);
      return;
    case 'not':
      checkCondition(expression.operand, context);
      return;
    case 'comparison':
      checkSides(expression, isCondition, context);
      return;
    case 'in':
      for (const part of [expression.operand, ...expression.members]) checkOperand(part, context);
      checkIn(expression, isCondition, context);
      return;
    case 'match':
      checkOperand(expression.operand, context);
      checkMatch(expression, context);
      return;
    case 'arithmetic':
      for (const side of [expression.left, expression.right]) checkOperand(side, context);
      checkArithmetic(expression, context);
      return;
    case 'sign':
      checkOperand(expression.operand, context);
      checkSign(expression, context);
      return;
    case 'call':
      for (const arg of expression.args) checkOperand(arg, context);
      checkCall(expression, context);
      return;
    case 'field':
      checkField(expression, context);
      return;
    default:
      return;
  }
};

/** `predicate == true` is the predicate itself, so its own sides are in the place of a condition, too. */
const checkSides = (expression: Comparison, isCondition: boolean, context: CheckContext): void => {
  const sides = [expression.left, expression.right];
  const isTruth = sides.some(({ kind }) => kind === 'boolean') && sides.some(isBooleanPredicate);
  for (const side of sides) check(side, isCondition && isTruth, context);
  if (isCondition && !isTruth) checkComparison(expression, context);
};
