/** A moment, in nanoseconds since 1970. */
export type Instant = bigint;

/** What a date with parts left out may mean: `2017-08` is everything from its first to its last nanosecond. */
export interface InstantRange {
  readonly first: Instant;
  readonly last: Instant;
}

const NANOS_PER_MILLI = 1_000_000n;
const NANOS_PER_MINUTE = 60_000n * NANOS_PER_MILLI;
/** Exactly: the calendar repeats itself after them. */
const MILLIS_OF_400_YEARS = 146_097 * 86_400_000;
/** No date reaches further as milliseconds: a larger number can only be meant as nanoseconds. */
const MOST_MILLIS = 8_640_000_000_000_000n;

const ISO =
  /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](?:(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?)?$/;

/** ISO 8601 with parts left out from the end, as Elasticsearch's `strict_date_optional_time`; UTC without zone. */
export const parseIsoInstant = (text: string): InstantRange | undefined => {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year = '', month, day, hour, minute, second, fraction, zone] = found;
  return toInstantRange({ year, month, day, hour, minute, second, fraction, zone });
};

/** A whole number of milliseconds, or of nanoseconds where milliseconds would leave the calendar. */
export const parseEpochInstant = (text: string): InstantRange | undefined =>
  /^-?\d{1,19}$/.test(text) ? toEpochInstant(BigInt(text)) : undefined;

export const toEpochInstant = (value: bigint): InstantRange => {
  const isMillis = value <= MOST_MILLIS && value >= -MOST_MILLIS;
  const first = isMillis ? value * NANOS_PER_MILLI : value;
  return { first, last: isMillis ? first + NANOS_PER_MILLI - 1n : first };
};

/** Parts of a date as digits; what is undefined was left out. */
export interface DateParts {
  readonly year: string;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
  /** `Z`, `+02`, `+02:00` or `+0200`. */
  readonly zone?: string | undefined;
}

/** The moments a date stands for; undefined when a part is out of range. */
export const toInstantRange = (parts: DateParts): InstantRange | undefined => {
  const offset = toOffset(parts.zone);
  const numbers = toNumbers(parts);
  if (offset === undefined || numbers === undefined) return undefined;
  const start = BigInt(toMillis(numbers)) * NANOS_PER_MILLI - offset;
  if (parts.fraction !== undefined) {
    const first = start + BigInt(parts.fraction.padEnd(9, '0'));
    return { first, last: first };
  }
  const end = BigInt(toMillis(toNext(numbers, parts))) * NANOS_PER_MILLI - offset;
  return { first: start, last: end - 1n };
};

type Numbers = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
];

const toNumbers = (parts: DateParts): Numbers | undefined => {
  const { year, month = '1', day = '1', hour = '0', minute = '0', second = '0' } = parts;
  const numbers = [+year, +month, +day, +hour, +minute, +second] as const;
  const [y, m, d, h, min, s] = numbers;
  const isReal = m >= 1 && m <= 12 && d >= 1 && d <= toDaysOf(y, m) && h < 24 && min < 60 && s < 60;
  return isReal ? numbers : undefined;
};

const toDaysOf = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};

/** With the smallest part that was given one greater. */
const toNext = ([y, m, d, h, min, s]: Numbers, parts: DateParts): Numbers => {
  if (parts.second !== undefined) return [y, m, d, h, min, s + 1];
  if (parts.minute !== undefined) return [y, m, d, h, min + 1, s];
  if (parts.hour !== undefined) return [y, m, d, h + 1, min, s];
  if (parts.day !== undefined) return [y, m, d + 1, h, min, s];
  return parts.month === undefined ? [y + 1, m, d, h, min, s] : [y, m + 1, d, h, min, s];
};

/** `Date.UTC` takes years below 100 for those of the last century, so 400 years are added and taken off again. */
const toMillis = ([y, m, d, h, min, s]: Numbers): number =>
  Date.UTC(y + 400, m - 1, d, h, min, s) - MILLIS_OF_400_YEARS;

const toOffset = (zone: string | undefined): bigint | undefined => {
  if (zone === undefined || zone === 'Z') return 0n;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return undefined;
  const size = BigInt(hours * 60 + minutes) * NANOS_PER_MINUTE;
  return zone.startsWith('-') ? -size : size;
};
