/** What reading the lines of a log met. Line numbers are counted over the whole stream, from 1. */
export interface LogStats {
  lines: number;
  bytes: number;
  /** Lines that are audit records, of any type. */
  records: number;
  /** Execs the kernel refused; no events. */
  failedExecs: number;
  /** Lines that are no audit records or lack what an exec needs; passed over. */
  malformedLines: number;
  /** The first of them. */
  malformed: { line: number; problem: MalformedLine }[];
  /** EXECVE records whose exec isn't in the log (cut off, or given up after its time). */
  strayRecords: number;
}

/** What tells how much of a log was of use. */
export type LogCounts = Pick<
  LogStats,
  'lines' | 'records' | 'malformedLines' | 'malformed' | 'strayRecords'
>;

/** What making events met. */
export interface EventStats {
  /** Successful execs, each an event. */
  execs: number;
  /** Events with `labels.args_problem`. */
  incompleteArgs: number;
  /** Events whose parent never exec'ed in the log, so that its program is inferred. */
  inferredParents: number;
  /** Events with nothing known of the parent but its pid. */
  unknownParents: number;
}

export type AuditStats = LogStats & EventStats;

export type MalformedLine =
  | 'no_audit_record'
  | 'incomplete_syscall'
  | 'too_long'
  | 'interpreted'
  | 'summary'
  | 'journal_form'
  | 'laurel'
  | 'separated_values'
  | 'json';

export const MOST_MALFORMED_KEPT = 20;

export const createLogStats = (): LogStats => ({
  lines: 0,
  bytes: 0,
  records: 0,
  failedExecs: 0,
  malformedLines: 0,
  malformed: [],
  strayRecords: 0,
});

export const createEventStats = (): EventStats => ({
  execs: 0,
  incompleteArgs: 0,
  inferredParents: 0,
  unknownParents: 0,
});
