import type { MalformedLine } from '../../audit_stats';

/** What `ausearch` and `journalctl` write between events: `----`, `time->…`, `-- Boot … --`. */
const BETWEEN_EVENTS = /^(?:-{2,}(?: .* --)?|time->.*)?\s*$/;
/** `ausearch -i` writes dates and names in the place of numbers: `msg=audit(09/21/2026 14:13:20.150:50) :`. */
const INTERPRETED = /\btype=\S+ msg=audit\([^)]{0,20}[/. -][^)]{0,20}:\d\d:\d\d/;

/**
 * Why a line gives no audit record.
 * @param head the beginning of the line
 * @returns undefined for lines that need not be one
 */
export const findLineProblem = (head: string): MalformedLine | undefined => {
  if (BETWEEN_EVENTS.test(head)) return undefined;
  if (INTERPRETED.test(head)) return 'interpreted';
  return /^\s*[{[]/.test(head) ? 'json' : 'no_audit_record';
};
