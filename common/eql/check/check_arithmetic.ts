import type { Arithmetic, Expression, SignedOperand } from '../ast';
import { findConstant } from '../compile/find_constant';
import type { CheckContext } from './check_context';
import { toStaticType } from './static_type';

/** Operands must be numbers; what is constant must have a result. */
export const checkArithmetic = (expression: Arithmetic, context: CheckContext): void => {
  const { left, right, operator, range } = expression;
  for (const operand of [left, right]) checkNumber(operand, operator, context);
  const [a, b] = [findConstant(left, context.scope), findConstant(right, context.scope)];
  const isWhole = (operator === '/' || operator === '%') && typeof a !== 'number';
  if (isWhole && b === 0n) context.report(range, 'division_by_zero');
  else if (typeof a === 'bigint' && typeof b === 'bigint') checkResult(expression, context);
};

export const checkSign = (expression: SignedOperand, context: CheckContext): void => {
  checkNumber(expression.operand, expression.operator, context);
  const operand = findConstant(expression.operand, context.scope);
  if (typeof operand === 'bigint') checkResult(expression, context);
};

const checkResult = (expression: Expression, context: CheckContext): void => {
  if (findConstant(expression, context.scope) === null) {
    context.report(expression.range, 'number_overflow');
  }
};

const checkNumber = (operand: Expression, operator: string, context: CheckContext): void => {
  const found = toStaticType(operand, context.fields);
  if (found === 'number' || found === 'null' || found === 'unknown') return;
  context.report(operand.range, 'type_wrong', { values: { operator, expected: 'number', found } });
};
