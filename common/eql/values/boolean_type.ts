import type { Scalar } from './scalar';
import { toOrderTest } from './to_order_test';
import type { ValueType } from './value_type';

/** What a boolean field accepts: true, false, their texts, and the empty text for false. */
const toBoolean = (leaf: unknown): boolean | undefined => {
  if (leaf === true || leaf === 'true') return true;
  return leaf === false || leaf === 'false' || leaf === '' ? false : undefined;
};

/** True and false; false comes first. */
export const booleanType: ValueType = {
  name: 'boolean',
  toComparison: (operator, constant) => {
    const wanted = constant === '' ? undefined : toBoolean(constant);
    if (wanted === undefined) return undefined;
    const test = toOrderTest(operator);
    return (leaf) => {
      const value = toBoolean(leaf);
      return value !== undefined && test(Number(value) - Number(wanted));
    };
  },
  toTextTest: (test) => (leaf) => {
    const value = toBoolean(leaf);
    return value !== undefined && test(String(value));
  },
  toScalar: (leaf): Scalar => toBoolean(leaf) ?? null,
};
