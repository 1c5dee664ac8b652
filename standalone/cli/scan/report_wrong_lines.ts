import { escapeControls } from '../../../engines/terminal';
import type { AuditStats, MalformedLine } from '../../../engines/audit_log';
import type { ScanReport } from '../../../engines/scan';

/** Says which lines are no events, file by file. */
export const reportWrongLines = (
  reports: readonly ScanReport[],
  writeError: (text: string) => void
): void => {
  for (const { file, wrongCount, wrongLines } of reports) {
    if (wrongCount === 0) continue;
    const name = escapeControls(file);
    for (const { line, reason } of wrongLines) writeError(`${name}:${line}: ${reason}\n`);
    const lines = wrongCount === 1 ? '1 wrong line was' : `${wrongCount} wrong lines were`;
    const shown =
      wrongCount > wrongLines.length ? `; the first ${wrongLines.length} are shown` : '';
    writeError(`${name}: ${lines} passed over${shown}\n`);
  }
};

/** Says which lines of an audit log are no audit records, or lack something, and how many execs lack arguments. */
export const reportMalformedLines = (
  path: string,
  { malformed, malformedLines, incompleteArgs }: Readonly<AuditStats>,
  writeError: (text: string) => void
): void => {
  reportWrongLines(
    [
      {
        file: path,
        bytes: 0,
        lines: 0,
        wrongCount: malformedLines,
        wrongLines: malformed.map(({ line, problem }) => ({ line, reason: PROBLEMS[problem] })),
      },
    ],
    writeError
  );
  if (incompleteArgs === 0) return;
  const execs = incompleteArgs === 1 ? '1 exec lacks' : `${incompleteArgs} execs lack`;
  writeError(
    `${escapeControls(path)}: ${execs} arguments, so matches may be missing; of ausearch's formats only --raw keeps the order of records\n`
  );
};

const PROBLEMS: Readonly<Record<MalformedLine, string>> = {
  no_audit_record: 'no audit record',
  incomplete_syscall: 'lacks what an exec needs',
  too_long: 'too long',
  interpreted:
    'written by ausearch -i, which leaves out what is needed: export with ausearch --raw',
  json: 'JSON: give files of events with --events',
};
