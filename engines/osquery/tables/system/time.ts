import type { TableDefinition } from '../../table';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const pad = (value: number, fill = '0'): string => String(value).padStart(2, fill);

/** As `asctime` of the C library writes it. */
const toClassicText = (now: Date): string =>
  `${(WEEKDAYS[now.getUTCDay()] ?? '').slice(0, 3)} ${MONTHS[now.getUTCMonth()] ?? ''} ` +
  `${pad(now.getUTCDate(), ' ')} ${pad(now.getUTCHours())}:${pad(now.getUTCMinutes())}:` +
  `${pad(now.getUTCSeconds())} ${now.getUTCFullYear()} UTC`;

export const timeTable: TableDefinition = {
  name: 'time',
  description: 'The moment at which the query runs.',
  columns: [
    { name: 'weekday', type: 'TEXT', description: 'Day of the week, UTC' },
    { name: 'year', type: 'INTEGER', description: 'Year, UTC' },
    { name: 'month', type: 'INTEGER', description: 'Month, UTC' },
    { name: 'day', type: 'INTEGER', description: 'Day of the month, UTC' },
    { name: 'hour', type: 'INTEGER', description: 'Hour, UTC' },
    { name: 'minutes', type: 'INTEGER', description: 'Minutes, UTC' },
    { name: 'seconds', type: 'INTEGER', description: 'Seconds, UTC' },
    { name: 'timezone', type: 'TEXT', description: 'Zone of the other columns, always UTC' },
    { name: 'local_timezone', type: 'TEXT', description: 'Zone of this machine' },
    { name: 'unix_time', type: 'INTEGER', description: 'Seconds since 1970' },
    { name: 'timestamp', type: 'TEXT', description: 'The same as text, UTC' },
    { name: 'datetime', type: 'TEXT', description: 'The same in ISO 8601, UTC' },
    { name: 'iso_8601', type: 'TEXT', description: 'The same in ISO 8601, UTC' },
  ],
  *generate() {
    const now = new Date();
    const text = `${now.toISOString().slice(0, 19)}Z`;
    const zone = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' })
      .formatToParts(now)
      .find(({ type }) => type === 'timeZoneName');
    yield {
      weekday: WEEKDAYS[now.getUTCDay()],
      year: now.getUTCFullYear(),
      month: now.getUTCMonth() + 1,
      day: now.getUTCDate(),
      hour: now.getUTCHours(),
      minutes: now.getUTCMinutes(),
      seconds: now.getUTCSeconds(),
      timezone: 'UTC',
      local_timezone: zone?.value ?? 'UTC',
      unix_time: Math.floor(now.getTime() / 1000),
      timestamp: toClassicText(now),
      datetime: text,
      iso_8601: text,
    };
  },
};
