import { compareCodePoints } from './compare_code_points';
import { compareNumbers } from './scalar';
import type { Scalar } from './scalar';

/** A total order for sorting: null, then false and true, numbers by value, texts by code points. */
export const compareScalarOrder = (a: Scalar, b: Scalar): number => {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return toRank(a) - toRank(b);
};

const isNumber = (value: Scalar): value is bigint | number =>
  typeof value === 'bigint' || typeof value === 'number';

const toRank = (value: Scalar): number => {
  if (value === null) return 0;
  if (typeof value === 'boolean') return 1;
  return isNumber(value) ? 2 : 3;
};
