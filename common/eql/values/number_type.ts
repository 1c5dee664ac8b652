import { compareNumbers, isLong, toNumberScalar, toScalarText } from './scalar';
import type { Scalar } from './scalar';
import { toOrderTest } from './to_order_test';
import type { ValueType } from './value_type';

const WHOLE = /^[+-]?[0-9]+$/;
const DECIMAL = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** A decimal number in a text: whole numbers as bigint, if they fit 64 bits, all others as number. */
export const parseDecimal = (text: string): bigint | number | undefined => {
  const trimmed = text.trim();
  if (WHOLE.test(trimmed) && isLong(BigInt(trimmed))) return BigInt(trimmed);
  return DECIMAL.test(trimmed) ? Number(trimmed) : undefined;
};

/** A leaf or constant as a number; texts are read, booleans are none. */
const toNumber = (value: unknown): bigint | number | undefined => {
  if (typeof value === 'string') return parseDecimal(value);
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number') return undefined;
  const scalar = toNumberScalar(value);
  return typeof scalar === 'bigint' ? scalar : value;
};

const createNumberType = (
  name: 'long' | 'double',
  index: (value: bigint | number) => bigint | number
): ValueType => {
  const toIndexed = (leaf: unknown): bigint | number | undefined => {
    const value = toNumber(leaf);
    return value === undefined ? undefined : index(value);
  };
  return {
    name,
    toComparison: (operator, constant) => {
      const wanted = toNumber(constant);
      if (wanted === undefined) return undefined;
      const test = toOrderTest(operator);
      return (leaf) => {
        const value = toIndexed(leaf);
        return value !== undefined && test(compareNumbers(value, wanted));
      };
    },
    toTextTest: (test) => (leaf) => {
      const value = toIndexed(leaf);
      return value !== undefined && test(toScalarText(value));
    },
    toScalar: (leaf): Scalar => toIndexed(leaf) ?? null,
  };
};

/** Whole numbers of all widths; a fraction in the event is cut off, as Elasticsearch does on indexing. */
export const longType = createNumberType('long', (value) =>
  typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)) : value
);

/** Floating point numbers of all widths: `7` in the event is `7.0` in arithmetic. */
export const doubleType = createNumberType('double', Number);
