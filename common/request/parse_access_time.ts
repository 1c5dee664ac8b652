/** A moment and how exactly it is known, both in milliseconds. */
export interface AccessTime {
  readonly time: number;
  readonly precision: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const COMMON =
  /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))? ([+-])(\d{2})(\d{2})$/;
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/;
/** Seconds from here on would be a year past 5138: such a number is milliseconds. */
const FIRST_MILLISECONDS = 1e11;

/**
 * The time of a request as access logs write it: the Common Log Format's `10/Oct/2026:13:55:36 +0200`, ISO 8601 (UTC without a
 * zone), or seconds or milliseconds since 1970 as number or text.
 */
export const parseAccessTime = (value: unknown): AccessTime | undefined => {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  if (/^\d{9,14}(\.\d{1,9})?$/.test(value)) return fromEpoch(Number(value));
  return fromCommon(value) ?? fromIso(value);
};

const fromEpoch = (value: number): AccessTime | undefined => {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  const time = value < FIRST_MILLISECONDS ? value * 1000 : value;
  return isTime(time)
    ? { time: Math.round(time), precision: time % 1000 === 0 ? 1000 : 1 }
    : undefined;
};

const fromCommon = (text: string): AccessTime | undefined => {
  const match = COMMON.exec(text);
  if (!match) return undefined;
  const [, day, monthName, year, hour, minute, second, fraction, sign, zoneHour, zoneMinute] =
    match;
  const month = MONTHS.indexOf(monthName ?? '') + 1;
  if (month === 0) return undefined;
  return toAccessTime(
    `${year}-${String(month).padStart(2, '0')}-${day}T${hour}:${minute}:${second}`,
    fraction,
    `${sign}${zoneHour}:${zoneMinute}`
  );
};

const fromIso = (text: string): AccessTime | undefined => {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, date, clock, fraction, zone = 'Z'] = match;
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return toAccessTime(`${date}T${clock}`, fraction, colon);
};

const toAccessTime = (
  second: string,
  fraction: string | undefined,
  zone: string
): AccessTime | undefined => {
  const millis = (fraction ?? '').padEnd(3, '0').slice(0, 3);
  const time = Date.parse(`${second}.${millis}${zone}`);
  return isTime(time) ? { time, precision: fraction === undefined ? 1000 : 1 } : undefined;
};

const isTime = (time: number): boolean => !Number.isNaN(new Date(time).getTime());
