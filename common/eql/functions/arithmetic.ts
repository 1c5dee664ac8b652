import type { ArithmeticOperator } from '../ast';
import { parseDecimal } from '../values/number_type';
import { isLong } from '../values/scalar';
import type { Scalar } from '../values/scalar';

/**
 * Java's arithmetic: two whole numbers give a whole number, truncated towards zero; a broken one makes both
 * broken. A text that reads as a number is one. Null operands, other texts, division by zero and what does not fit 64 bits
 * give null.
 */
export const evaluateArithmetic = (
  operator: ArithmeticOperator,
  one: Scalar,
  other: Scalar
): Scalar => {
  const [a, b] = [toOperand(one), toOperand(other)];
  if (typeof a === 'bigint' && typeof b === 'bigint') return toLong(evaluateWhole(operator, a, b));
  const [left, right] = [toDouble(a), toDouble(b)];
  if (left === undefined || right === undefined) return null;
  return evaluateBroken(operator, left, right);
};

/** Changes the sign of a number. */
export const negate = (operand: Scalar): Scalar => {
  const value = toOperand(operand);
  if (typeof value === 'bigint') return toLong(-value);
  return typeof value === 'number' ? -value : null;
};

const evaluateWhole = (operator: ArithmeticOperator, a: bigint, b: bigint): bigint | undefined => {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0n ? undefined : a / b;
    case '%':
      return b === 0n ? undefined : a % b;
  }
};

const evaluateBroken = (operator: ArithmeticOperator, a: number, b: number): number => {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
};

const toOperand = (value: Scalar): Scalar =>
  typeof value === 'string' ? (parseDecimal(value) ?? null) : value;

const toLong = (value: bigint | undefined): Scalar =>
  value !== undefined && isLong(value) ? value : null;

const toDouble = (value: Scalar): number | undefined =>
  typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
