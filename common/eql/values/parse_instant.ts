/** A moment, in nanoseconds since 1970. */
export type Instant = bigint;

/** What a date with parts left out may mean: `2017-08` is everything from its first to its last nanosecond. */
export interface InstantRange {
  readonly first: Instant;
  readonly last: Instant;
}

const NANOS_PER_MILLI = 1_000_000n;
const NANOS_PER_MINUTE = 60_000n * NANOS_PER_MILLI;
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
export const parseEpochInstant = (text: string): InstantRange | undefined => {
  if (!/^-?\d{1,19}$/.test(text)) return undefined;
  const value = BigInt(text);
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
  const [year, month, day] = [Number(parts.year), Number(parts.month ?? 1), Number(parts.day ?? 1)];
  const [hour, minute, second] = [parts.hour, parts.minute, parts.second].map((part) =>
    Number(part ?? 0)
  );
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour ?? 0, minute, second);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  const offset = toOffset(parts.zone);
  if (!isReal || offset === undefined) return undefined;
  const nanos = BigInt((parts.fraction ?? '').padEnd(9, '0'));
  const first = BigInt(date.getTime()) * NANOS_PER_MILLI + nanos - offset;
  return {
    first,
    last: toEnd(date, parts) * NANOS_PER_MILLI - offset - 1n + lastFraction(parts, nanos),
  };
};

/** The end of the smallest part given, exclusive, in milliseconds. */
const toEnd = (start: Date, parts: DateParts): bigint => {
  const end = new Date(start);
  if (parts.fraction !== undefined) return BigInt(end.getTime());
  if (parts.second !== undefined) end.setUTCSeconds(end.getUTCSeconds() + 1);
  else if (parts.minute !== undefined) end.setUTCMinutes(end.getUTCMinutes() + 1);
  else if (parts.hour !== undefined) end.setUTCHours(end.getUTCHours() + 1);
  else if (parts.day !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else if (parts.month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return BigInt(end.getTime());
};

/** With a fraction the date is one moment. */
const lastFraction = (parts: DateParts, nanos: bigint): bigint =>
  parts.fraction === undefined ? 0n : nanos + 1n;

const toOffset = (zone: string | undefined): bigint | undefined => {
  if (zone === undefined || zone === 'Z') return 0n;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > 18 || minutes > 59) return undefined;
  const size = BigInt(hours * 60 + minutes) * NANOS_PER_MINUTE;
  return zone.startsWith('-') ? -size : size;
};
