/** Osquery's functions of numbers where SQLite has none of the name, or one that means another thing. */
import type { SqlFunction } from './sql_function';

const WHOLE = /^-?\d+$/;

/** A whole number of 64 bits stays as it is, anything else becomes whole. */
const toRounding = (name: string, round: (value: number) => number): SqlFunction => ({
  name,
  arities: [1],
  run: (value = '') => (WHOLE.test(value) ? BigInt(value) : round(Number.parseFloat(value) || 0)),
});

export const NUMBER_FUNCTIONS: readonly SqlFunction[] = [
  toRounding('ceil', Math.ceil),
  toRounding('floor', Math.floor),
  { name: 'cot', arities: [1], run: (value) => 1 / Math.tan(Number(value)) },
  // SQLite's own is that of base 10.
  { name: 'log', arities: [1], run: (value) => Math.log(Number(value)) },
];
