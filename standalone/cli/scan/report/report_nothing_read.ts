import { countEvents, type LineForm, type ScanReport } from '../../../../engines/scan';
import { escapeControls } from '../../../../engines/terminal';

/** Says of each file without any event why, and what to do. */
export const reportNothingRead = (
  reports: readonly ScanReport[],
  writeError: (text: string) => void
): void => {
  if (reports.length === 0) {
    writeError(
      'nothing could be read: no event files (.ndjson, .jsonl, or one of these with .gz) are there\n'
    );
  }
  for (const report of reports) {
    if (countEvents(report) > 0) continue;
    writeError(`nothing in ${escapeControls(report.file)} could be read: ${toRemedy(report)}\n`);
  }
};

const toRemedy = ({ bytes, wrongCount, wrongLines }: ScanReport): string => {
  if (bytes === 0) return 'it is empty';
  if (wrongCount === 0) return 'it holds no event';
  const form = wrongLines[0]?.form;
  return form === undefined ? 'no line is a JSON object; give events as NDJSON' : FORMS[form];
};

const FORMS: Readonly<Record<LineForm, string>> = {
  audit_record: 'it is a Linux audit log; give it with --audit-log instead of --events',
  separated_values:
    'it looks like CSV; export the events as NDJSON, one JSON object per line (a search response or an array will do)',
};
