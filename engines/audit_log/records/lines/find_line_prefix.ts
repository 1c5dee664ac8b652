/** What stands before a record on a line of a system log. */
export interface LinePrefix {
  readonly length: number;
  /** The host as syslog names it; empty where it does not. */
  readonly host: string;
}

/**
 * Where an audit record begins: behind a blank, the sign that ends a tag or the name of a file, a quote, or the last byte of a
 * byte order mark, which RFC 5424 puts before UTF-8.
 */
const RECORD = /[ \t\]:>'\-\u00bf](?=(?:node=\S{1,255} )?type=[\w[\]]{1,40} (?:msg=)?audit\(\d)/;

const TIMES = [
  // RFC 3164: `Sep 21 14:13:20`, with or without the year; `Mon 2026-09-21 14:13:20 UTC` of journalctl.
  '[A-Z][a-z]{2} [ \\d]\\d(?: \\d{4})? \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?: \\d{4})?',
  '(?:[A-Z][a-z]{2} )?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S*(?: [A-Z]{2,5})?',
  // Seconds since 1970, or in brackets since the machine started.
  '\\d{9,11}\\.\\d+',
  '\\[ *\\d+\\.\\d+\\]',
];
/** The length of RFC 6587, `<PRI>` and the version of RFC 5424, the time, and a name that is no tag nor a stream of a container. */
const BEGINNING = `^(?:\\d{1,6} (?=<))?(?:<\\d{1,3}>)?(?:1 )?(${TIMES.join('|')}) (?!std(?:out|err) [FP] )([\\w.:-]*\\w) `;
const HOST = new RegExp(BEGINNING);

/** A record as the journal tells of it: the type, the fields, and no stamp. */
const JOURNAL_RECORD = new RegExp(`${BEGINNING}audit(?:\\[\\d+\\])?: ([A-Z][A-Z0-9_]{1,39}) `);

export interface JournalPrefix extends LinePrefix {
  readonly time: string;
  /** Of the record. */
  readonly type: string;
}

/** Undefined where the line is none of `journalctl _TRANSPORT=audit`. */
export const findJournalPrefix = (head: string): JournalPrefix | undefined => {
  const [all, time, host, type] = JOURNAL_RECORD.exec(head) ?? [];
  if (all === undefined || time === undefined || host === undefined || type === undefined) {
    return undefined;
  }
  return { length: all.length, host, time, type };
};

/** Undefined where no audit record follows. */
export const findLinePrefix = (head: string): LinePrefix | undefined => {
  const found = RECORD.exec(head);
  if (!found) return undefined;
  const length = found.index + 1;
  return { length, host: HOST.exec(head.slice(0, length))?.[2] ?? '' };
};
