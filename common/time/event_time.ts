import { getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';

/**
 * When an event happened, ISO 8601, to the millisecond (rounded down).
 * Elasticsearch takes dates as text or as epoch milliseconds; both occur in `_source`.
 * @returns undefined when the field is missing or not a date
 */
export const findEventTime = (source: EventSource, timestampField: string): string | undefined => {
  const [value] = getValues(source, timestampField);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const isEpoch = typeof value === 'number' || /^-?\d+$/.test(value);
  const time = isEpoch ? new Date(Number(value)) : new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
};
