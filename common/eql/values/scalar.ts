/**
 * A single value inside an expression. Whole numbers are bigints and all others are numbers, so that
 * `7 / 2` truncates and `7.0 / 2` does not, as in Elasticsearch, where longs and doubles differ.
 */
export type Scalar = null | boolean | string | bigint | number;

const LONG_END = 2n ** 63n;

/** A JSON number as Elasticsearch would map it dynamically: long if whole, else double. */
export const toNumberScalar = (value: number): Scalar =>
  Number.isSafeInteger(value) ? BigInt(value) : toWide(value);

const toWide = (value: number): Scalar => {
  if (!Number.isInteger(value)) return value;
  const whole = BigInt(value);
  return isLong(whole) ? whole : value;
};

/** Whether a whole number fits 64 bits. */
export const isLong = (value: bigint): boolean => value >= -LONG_END && value < LONG_END;

/** Negative, zero or positive; whole and broken numbers compare by value. */
export const compareNumbers = (a: bigint | number, b: bigint | number): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The text Elasticsearch shows for a value: `true`, `42`, `42.5`, `1.0E10`. */
export const toScalarText = (value: Exclude<Scalar, null>): string =>
  typeof value === 'number' ? toDoubleText(value) : String(value);

/** Java's notation of doubles: always a fraction, an exponent from 10^7 on and below 10^-3. */
const toDoubleText = (value: number): string => {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e7 || size < 1e-3)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
};
