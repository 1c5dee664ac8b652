import { parseDefaultDate } from '../eql/values/date_type';
import { toEpochInstant } from '../eql/values/parse_instant';
import { getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';

const NANOS_PER_MILLI = 1_000_000n;
/** As most events have it, and as it is given here. */
const USUAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * When an event happened, ISO 8601, to the millisecond (rounded down). Elasticsearch takes dates as text or as epoch
 * milliseconds; both occur in `_source`. They are read as queries read them: UTC without zone, four digits are a year.
 * @returns undefined when the field is missing or not a date
 */
export const findEventTime = (source: EventSource, timestampField: string): string | undefined => {
  const [value] = getValues(source, timestampField);
  if (typeof value === 'string') {
    return USUAL.test(value) && toIsoText(Date.parse(value)) === value ? value : fromText(value);
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return fromNanos(toEpochInstant(BigInt(Math.trunc(value))).first);
};

const fromText = (text: string): string | undefined => {
  const range = parseDefaultDate(text);
  return range && fromNanos(range.first);
};

const fromNanos = (nanos: bigint): string | undefined => {
  const rest = nanos % NANOS_PER_MILLI;
  const floor = nanos - rest - (rest < 0n ? NANOS_PER_MILLI : 0n);
  return toIsoText(Number(floor / NANOS_PER_MILLI));
};

const toIsoText = (time: number): string | undefined => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};
