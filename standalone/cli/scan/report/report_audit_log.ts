import type { AuditStats, MalformedLine } from '../../../../engines/audit_log';
import { escapeControls } from '../../../../engines/terminal';
import { toCount } from './report_reading';

/** Says what of an audit log could not be used: lines that are no records, and execs of which records are missing. */
export const reportAuditLog = (
  path: string,
  stats: Readonly<AuditStats>,
  writeError: (text: string) => void
): void => {
  const { malformed, malformedLines, incompleteArgs, strayRecords, records } = stats;
  const name = escapeControls(path);
  if (records === 0) {
    writeError(`nothing in ${name} could be read: ${toRemedy(stats)}\n`);
    return;
  }
  for (const { line, problem } of malformed) writeError(`${name}:${line}: ${PROBLEMS[problem]}\n`);
  if (malformedLines > 0) {
    const shown =
      malformedLines > malformed.length ? `; the first ${malformed.length} are shown` : '';
    const lines = toCount(malformedLines, 'wrong line was', 'wrong lines were');
    writeError(`${name}: ${lines} passed over${shown}\n`);
  }
  if (strayRecords > 0) {
    const stray = toCount(strayRecords, 'EXECVE record', 'EXECVE records');
    writeError(
      `${name}: ${stray} without SYSCALL: which program ran, and who started it, is not known; export whole events, such as with ausearch --raw\n`
    );
  }
  if (incompleteArgs > 0) {
    const execs = toCount(incompleteArgs, 'exec lacks', 'execs lack');
    writeError(`${name}: ${execs} arguments, so matches may be missing\n`);
  }
};

const PROBLEMS: Readonly<Record<MalformedLine, string>> = {
  no_audit_record: 'no audit record',
  incomplete_syscall: 'lacks what an exec needs',
  too_long: 'too long',
  interpreted: 'written by ausearch -i; export with ausearch --raw',
  summary: 'a summary by ausearch or aureport; export with ausearch --raw',
  journal_form: 'a form of the journal that is not read; export with journalctl -o json',
  laurel: 'written by laurel; give the log of auditd',
  separated_values: 'looks like CSV; give the log of auditd',
  json: 'JSON; give files of events with --events',
};

const toRemedy = ({ bytes, malformed }: Readonly<AuditStats>): string => {
  if (bytes === 0) return 'it is empty';
  const first = malformed.find(({ problem }) => problem in REMEDIES)?.problem;
  return (
    (first && REMEDIES[first]) ??
    'no line is a record of the Linux audit log (type=… msg=audit(…): …)'
  );
};

/** Of whole files; other problems are of single lines. */
const REMEDIES: Readonly<Partial<Record<MalformedLine, string>>> = {
  interpreted: 'ausearch -i has put names in the place of numbers; export with ausearch --raw',
  summary:
    'ausearch --format and aureport leave out which process it was; export with ausearch --raw',
  journal_form:
    'this form of the journal has no record to a line, or no time; export with journalctl -o json',
  laurel: 'laurel has put the records into JSON; give the log that auditd writes',
  separated_values:
    'it looks like CSV; give the lines of the audit log as they are, such as from ausearch --raw',
  json: 'it holds JSON; give events with --events instead of --audit-log, and records in JSON one to a line (journalctl -o json, jq -c .)',
};
