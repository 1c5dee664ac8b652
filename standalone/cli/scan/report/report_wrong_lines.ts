import { escapeControls } from '../../../../engines/terminal';
import type { ScanReport } from '../../../../engines/scan';

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
