import { parseEpochInstant, parseIsoInstant, toEpochInstant } from './parse_instant';
import type { Instant, InstantRange } from './parse_instant';
import type { Scalar } from './scalar';
import type { PlainOperator, ValueType } from './value_type';

const NANOS_PER_MILLI = 1_000_000n;

/** Reads a date as its mapping says; undefined when it is none. */
export type ParseDate = (text: string) => InstantRange | undefined;

/** Elasticsearch's default: ISO 8601, else milliseconds since 1970. Four digits are a year. */
export const parseDefaultDate: ParseDate = (text) =>
  parseIsoInstant(text) ?? parseEpochInstant(text);

/**
 * A type of dates.
 * @param name `date` knows milliseconds and cuts off what is finer, `date_nanos` keeps nanoseconds
 */
export const createDateType = (
  name: 'date' | 'date_nanos',
  parse: ParseDate = parseDefaultDate
): ValueType => {
  const toInstant = (leaf: unknown): Instant | undefined => {
    const range = toRange(leaf, parse);
    if (range === undefined || name === 'date_nanos') return range?.first;
    return range.first - modulo(range.first, NANOS_PER_MILLI);
  };
  return {
    name,
    toInstant,
    toComparison: (operator, constant) => {
      const range = toRange(constant, parse);
      if (range === undefined) return undefined;
      const test = toRangeTest(operator, range);
      return (leaf) => {
        const instant = toInstant(leaf);
        return instant !== undefined && test(instant);
      };
    },
    toTextTest: (test) => (leaf) => {
      const instant = toInstant(leaf);
      return instant !== undefined && test(toDateText(instant));
    },
    toScalar: (leaf): Scalar => {
      const instant = toInstant(leaf);
      return instant === undefined ? null : toDateText(instant);
    },
  };
};

const toRange = (value: unknown, parse: ParseDate): InstantRange | undefined => {
  if (typeof value === 'string') return parse(value);
  if (typeof value === 'bigint') return toEpochInstant(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return toEpochInstant(BigInt(Math.trunc(value)));
};

/** A date with parts left out is a whole period: equal is inside, greater is behind it. */
const toRangeTest = (
  operator: PlainOperator,
  { first, last }: InstantRange
): ((instant: Instant) => boolean) => {
  switch (operator) {
    case '==':
      return (instant) => instant >= first && instant <= last;
    case '<':
      return (instant) => instant < first;
    case '<=':
      return (instant) => instant <= last;
    case '>':
      return (instant) => instant > last;
    case '>=':
      return (instant) => instant >= first;
  }
};

/** ISO 8601 in UTC with three digits of a second, or nine where they matter. */
const toDateText = (instant: Instant): string => {
  const fine = modulo(instant, NANOS_PER_MILLI);
  const date = new Date(Number((instant - fine) / NANOS_PER_MILLI));
  if (Number.isNaN(date.getTime())) return String(instant);
  const text = date.toISOString();
  return fine === 0n ? text : text.replace('Z', `${String(fine).padStart(6, '0')}Z`);
};

const modulo = (value: bigint, by: bigint): bigint => ((value % by) + by) % by;
