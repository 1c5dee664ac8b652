import { useHost, type PageHost } from '../app/host';
import { spaceDigits } from './space_digits';

export interface TimeFormat {
  /** Date and time to the second, in the reader's language and time zone. */
  readonly full: (iso: string) => string;
  /** The same, with the year only where it is another one than now. */
  readonly short: (iso: string) => string;
  /** Time of day to the second. */
  readonly clock: (iso: string) => string;
  /** Distance from now, e.g. "3 minutes ago". */
  readonly relative: (iso: string) => string;
  /** Whether a moment is less than a second away, or behind us. */
  readonly isPast: (iso: string) => boolean;
}

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Words moments for the reader; a text that is no moment is shown as it is. */
export const useTimeFormat = (): TimeFormat => {
  const host = useHost();
  const known = formats.get(host);
  if (known) return known;
  const format = createTimeFormat(host);
  formats.set(host, format);
  return format;
};

/** Every row of a list asks, and each of the browser's formatters takes as long to make as a row does to draw. */
const formats = new WeakMap<PageHost, TimeFormat>();

const createTimeFormat = ({ locale, timeZone, now }: PageHost): TimeFormat => {
  const timeOfDay = {
    ...(timeZone === undefined ? {} : { timeZone }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  } as const;
  const day = { month: 'short', day: 'numeric' } as const;
  const full = new Intl.DateTimeFormat(locale, { ...timeOfDay, ...day, year: 'numeric' });
  const short = new Intl.DateTimeFormat(locale, { ...timeOfDay, ...day });
  const year = new Intl.DateTimeFormat(locale, {
    ...(timeZone === undefined ? {} : { timeZone }),
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat(locale, timeOfDay);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  return {
    full: (iso) => formatMoment(iso, (moment) => full.format(moment)),
    short: (iso) =>
      formatMoment(iso, (moment) => {
        const isThisYear = year.format(moment) === year.format(now());
        return (isThisYear ? short : full).format(moment);
      }),
    clock: (iso) => formatMoment(iso, (moment) => clock.format(moment)),
    relative: (iso) =>
      formatMoment(iso, (moment) => {
        const seconds = Math.round((moment.getTime() - now().getTime()) / 1000);
        const step = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
        return relative.format(Math.trunc(seconds / step[1]), step[0]);
      }),
    isPast: (iso) => Date.parse(iso) - now().getTime() < 1000,
  };
};

const formatMoment = (iso: string, format: (moment: Date) => string): string => {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : spaceDigits(format(moment));
};
