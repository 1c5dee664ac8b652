import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import type { LogCounts, MalformedLine } from '../../../engines/audit_log';

/** Warns of lines of an audit log that can't be used: of the first at once, then whenever there are ten times as many. */
export const createLogCountsReport = (
  path: string,
  logger: Logger
): ((counts: LogCounts) => void) => {
  let nextLines = 1;
  let nextStray = 1;
  return ({ lines, malformedLines, malformed, strayRecords }) => {
    if (malformedLines >= nextLines) {
      while (malformedLines >= nextLines) nextLines *= 10;
      const [first] = malformed;
      const reason = first === undefined ? '' : PROBLEMS[first.problem]();
      logger.warn(toUnusable(path, malformedLines, lines, first?.line ?? 0, reason));
    }
    if (strayRecords >= nextStray) {
      while (strayRecords >= nextStray) nextStray *= 10;
      logger.warn(toStray(path, strayRecords));
    }
  };
};

const toUnusable = (
  path: string,
  count: number,
  lines: number,
  line: number,
  reason: string
): string =>
  i18n.translate('webServerRce.standalone.audit.unusable', {
    defaultMessage:
      '{path}: {count} of {lines, plural, one {# line} other {# lines}} can’t be used, the first is line {line}: {reason}.',
    values: { path, count, lines, line, reason },
  });

const toStray = (path: string, count: number): string =>
  i18n.translate('webServerRce.standalone.audit.stray', {
    defaultMessage:
      '{path}: {count, plural, one {# EXECVE record} other {# EXECVE records}} without SYSCALL: no event can be made of them. Is there an audit rule for execve and execveat?',
    values: { path, count },
  });

const PROBLEMS: Readonly<Record<MalformedLine, () => string>> = {
  no_audit_record: () =>
    i18n.translate('webServerRce.standalone.audit.noRecord', {
      defaultMessage: 'no record of the Linux audit log',
    }),
  incomplete_syscall: () =>
    i18n.translate('webServerRce.standalone.audit.incompleteSyscall', {
      defaultMessage: 'it lacks what an exec needs',
    }),
  too_long: () =>
    i18n.translate('webServerRce.standalone.audit.tooLong', { defaultMessage: 'too long' }),
  interpreted: () =>
    i18n.translate('webServerRce.standalone.audit.interpreted', {
      defaultMessage: 'written by ausearch -i, export with ausearch --raw',
    }),
  summary: () =>
    i18n.translate('webServerRce.standalone.audit.summary', {
      defaultMessage: 'a summary by ausearch or aureport, export with ausearch --raw',
    }),
  journal_form: () =>
    i18n.translate('webServerRce.standalone.audit.journalForm', {
      defaultMessage: 'a form of the journal that is not read, export with journalctl -o json',
    }),
  laurel: () =>
    i18n.translate('webServerRce.standalone.audit.laurel', {
      defaultMessage: 'written by laurel, give the log of auditd',
    }),
  separated_values: () =>
    i18n.translate('webServerRce.standalone.audit.separatedValues', {
      defaultMessage: 'it looks like CSV, give the log of auditd',
    }),
  json: () =>
    i18n.translate('webServerRce.standalone.audit.json', {
      defaultMessage: 'JSON, give files of events with --events',
    }),
};
