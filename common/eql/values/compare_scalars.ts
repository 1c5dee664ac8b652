import type { ComparisonOperator } from '../ast';
import { parseDecimal } from './number_type';
import { compareNumbers } from './scalar';
import type { Scalar } from './scalar';
import { toOrderTest } from './to_order_test';

/** Equal within expressions: null when a side is null, false when the types differ. */
export const equalScalars = (a: Scalar, b: Scalar): boolean | null => {
  if (a === null || b === null) return null;
  const numbers = findNumbers(a, b);
  return numbers ? compareNumbers(...numbers) === 0 : a === b;
};

/** The outcome of a comparison within an expression; null when a side is null or the sides have no order. */
export const compareScalars = (
  operator: ComparisonOperator,
  a: Scalar,
  b: Scalar
): boolean | null => {
  if (operator === '!=') {
    const equal = equalScalars(a, b);
    return equal === null ? null : !equal;
  }
  if (operator === '==') return equalScalars(a, b);
  const order = findOrder(a, b);
  return order === undefined ? null : toOrderTest(operator)(order);
};

/** Texts are ordered by UTF-16 units here, as in Java. */
const findOrder = (a: Scalar, b: Scalar): number | undefined => {
  const numbers = findNumbers(a, b);
  if (numbers) return compareNumbers(...numbers);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return undefined;
};

type NumberScalar = bigint | number;

/** Both sides as numbers, where one is a number and the other one, too, or a text that reads as one. */
const findNumbers = (a: Scalar, b: Scalar): [NumberScalar, NumberScalar] | undefined => {
  if (!isNumber(a) && !isNumber(b)) return undefined;
  const [left, right] = [toNumber(a), toNumber(b)];
  return left === undefined || right === undefined ? undefined : [left, right];
};

const toNumber = (value: Scalar): NumberScalar | undefined => {
  if (typeof value === 'string') return parseDecimal(value);
  return isNumber(value) ? value : undefined;
};

const isNumber = (value: Scalar): value is NumberScalar =>
  typeof value === 'bigint' || typeof value === 'number';
