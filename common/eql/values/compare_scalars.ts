import type { ComparisonOperator } from '../ast';
import { compareNumbers } from './scalar';
import type { Scalar } from './scalar';
import { toOrderTest } from './to_order_test';

/** Equal within expressions: null when a side is null, false when the types differ. */
export const equalScalars = (a: Scalar, b: Scalar): boolean | null => {
  if (a === null || b === null) return null;
  return isNumber(a) && isNumber(b) ? compareNumbers(a, b) === 0 : a === b;
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
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return undefined;
};

const isNumber = (value: Scalar): value is bigint | number =>
  typeof value === 'bigint' || typeof value === 'number';
