export interface CronEntry {
  /** `@reboot`, `@daily` …; empty where the five time fields are given. */
  readonly event: string;
  readonly minute: string;
  readonly hour: string;
  readonly dayOfMonth: string;
  readonly month: string;
  readonly dayOfWeek: string;
  /** The rest as it stands; in system files it begins with the user's name. */
  readonly command: string;
}

const TIMED = /^(\S+)[ \t]+(\S+)[ \t]+(\S+)[ \t]+(\S+)[ \t]+(\S+)[ \t]+(\S.*)$/s;
const EVENT = /^(@\S+)[ \t]+(\S.*)$/s;
const ASSIGNMENT = /^[^\s=]*\s*=/;

/** Reads one line of a crontab; undefined for blanks, comments, variables and damaged lines. */
export const parseCronLine = (line: string): CronEntry | undefined => {
  const text = line.trim();
  if (text === '' || text.startsWith('#') || ASSIGNMENT.test(text)) return undefined;
  const event = EVENT.exec(text);
  const [, minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', rest = ''] =
    event || text.startsWith('@') ? [] : (TIMED.exec(text) ?? []);
  const command = event?.[2] ?? rest;
  if (command === '') return undefined;
  return { event: event?.[1] ?? '', minute, hour, dayOfMonth, month, dayOfWeek, command };
};
