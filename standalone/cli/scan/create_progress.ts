import type { ScanReport } from '../../../engines/scan';
import type { ScanCommandPorts } from './command_ports';

export interface Progress {
  update(reports: readonly ScanReport[]): void;
  /** Takes the line away. */
  clear(): void;
}

const BETWEEN_MS = 250;
const CLEAR_LINE = '\r\u001b[K';

/**
 * Shows on a terminal how far a long scan has come, and nothing elsewhere.
 * @param totalBytes size of all files; undefined when a part is not known
 */
export const createProgress = (
  { writeError, isErrorTerminal, now }: ScanCommandPorts,
  totalBytes: number | undefined
): Progress => {
  const startedAt = now();
  let shownAt = startedAt;
  let isShown = false;
  return {
    update: (reports) => {
      if (!isErrorTerminal || now() - shownAt < BETWEEN_MS) return;
      shownAt = now();
      isShown = true;
      const bytes = reports.reduce((sum, report) => sum + report.bytes, 0);
      writeError(`${CLEAR_LINE}${toProgressText(bytes, totalBytes, shownAt - startedAt)}`);
    },
    clear: () => {
      if (isShown) writeError(CLEAR_LINE);
      isShown = false;
    },
  };
};

const toProgressText = (bytes: number, total: number | undefined, elapsedMs: number): string => {
  const megabytes = (bytes / 1e6).toFixed(0);
  const speed = `${(bytes / 1e3 / elapsedMs).toFixed(0)} MB/s`;
  if (total === undefined || total === 0) return `${megabytes} MB · ${speed}`;
  const percent = Math.min(100, Math.floor((100 * bytes) / total));
  return `${percent} % of ${(total / 1e6).toFixed(0)} MB · ${speed}`;
};
