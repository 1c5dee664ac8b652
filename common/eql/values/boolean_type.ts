import type { ValueType } from './value_type';

/** What a boolean field accepts: true, false, their texts, and the empty text for false. */
const toBoolean = (value: unknown): boolean | undefined => {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' || value === '' ? false : undefined;
};

export const booleanType: ValueType = {
  name: 'boolean',
  toComparison: (operator, constant) => {
    const wanted = toBoolean(constant);
    if (wanted === undefined || operator !== '==') return undefined;
    return (leaf) => toBoolean(leaf) === wanted;
  },
  toTextTest: (test) => (leaf) => {
    const value = toBoolean(leaf);
    return value !== undefined && test(String(value));
  },
  toScalar: (leaf) => toBoolean(leaf) ?? null,
};
