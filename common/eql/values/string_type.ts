import { compareCodePoints } from './compare_code_points';
import { toNumberScalar, toScalarText } from './scalar';
import { toOrderTest } from './to_order_test';
import type { ValueType } from './value_type';

/** A leaf as a keyword field holds it; undefined for null and objects. */
export const toKeyword = (leaf: unknown): string | undefined => {
  if (typeof leaf === 'string') return leaf;
  if (typeof leaf === 'number') return toScalarText(toNumberScalar(leaf) ?? leaf);
  return typeof leaf === 'boolean' || typeof leaf === 'bigint' ? String(leaf) : undefined;
};

/** Keyword, constant keyword, wildcard: values of any kind become text and are ordered by code points. */
export const stringType: ValueType = {
  name: 'string',
  toComparison: (operator, constant) => {
    const wanted = toScalarText(constant);
    if (operator === '==') return (leaf) => toKeyword(leaf) === wanted;
    const test = toOrderTest(operator);
    return (leaf) => {
      const text = toKeyword(leaf);
      return text !== undefined && test(compareCodePoints(text, wanted));
    };
  },
  toTextTest: (test) => (leaf) => {
    const text = toKeyword(leaf);
    return text !== undefined && test(text);
  },
  toScalar: (leaf) => toKeyword(leaf) ?? null,
};
