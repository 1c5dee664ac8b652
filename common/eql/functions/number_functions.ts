import type { ArithmeticOperator } from '../ast';
import { isLong, toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';
import { parseDecimal } from '../values/number_type';
import { evaluateArithmetic } from './arithmetic';
import type { EqlFunction } from './eql_function';

const toArithmeticFunction = (name: string, operator: ArithmeticOperator): EqlFunction => ({
  name,
  parameters: [
    { name: 'left', type: 'number' },
    { name: 'right', type: 'number' },
  ],
  result: 'number',
  evaluate: ([left = null, right = null]) => evaluateArithmetic(operator, left, right),
});

/** `number(text[, base])`: `0x` marks base 16; in base 10 a fraction or an exponent gives a double. */
const number: EqlFunction = {
  name: 'number',
  parameters: [
    { name: 'value', type: 'string' },
    { name: 'base', type: 'number', optional: true },
  ],
  result: 'number',
  evaluate: ([value = null, base = null]) => {
    if (value === null || typeof value === 'boolean') return null;
    const text = toScalarText(value).trim();
    const isHex = text.startsWith('0x');
    const radix = base === null ? (isHex ? 16 : 10) : Number(base);
    if (radix === 10) return parseDecimal(text) ?? null;
    return toWhole(isHex && radix === 16 ? text.slice(2) : text, radix);
  },
};

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

const toWhole = (text: string, radix: number): Scalar => {
  const [, sign = '', digits = ''] = /^([+-]?)([0-9a-z]+)$/i.exec(text) ?? [];
  if (digits === '' || !Number.isInteger(radix) || radix < 2 || radix > 36) return null;
  let whole = 0n;
  for (const digit of digits.toLowerCase()) {
    const value = DIGITS.indexOf(digit);
    if (value >= radix || !isLong(whole)) return null;
    whole = whole * BigInt(radix) + BigInt(value);
  }
  const signed = sign === '-' ? -whole : whole;
  return isLong(signed) ? signed : null;
};

export const numberFunctions: readonly EqlFunction[] = [
  toArithmeticFunction('add', '+'),
  toArithmeticFunction('subtract', '-'),
  toArithmeticFunction('multiply', '*'),
  toArithmeticFunction('divide', '/'),
  toArithmeticFunction('modulo', '%'),
  number,
];
