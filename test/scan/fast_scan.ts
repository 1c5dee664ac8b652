import type { EqlQuery } from '../../common/eql/ast';
import type { ByteSource } from '../../engines/scan/source/byte_source';
import type { WindowOptions } from '../../engines/scan/lines/read_windows';
import { scanEvents } from '../../engines/scan/scan_events';
import type { ScannedEvent } from '../../engines/scan/scanned_event';
import { createScanReport } from '../../engines/scan/scan_report';
import type { ScanReport } from '../../engines/scan/scan_report';
import { toScanPlan } from '../../engines/scan/search_plan';

/** Bytes that come in pieces of at most a size, as from a pipe. */
const openBytes = (data: Buffer, mostAtOnce = Infinity): ByteSource => {
  let at = 0;
  return {
    name: 'bytes',
    size: data.length,
    read: async (target) => {
      const piece = data.subarray(at, at + Math.min(target.length, mostAtOnce));
      target.set(piece);
      at += piece.length;
      return piece.length;
    },
    close: async () => undefined,
  };
};

export interface FastScan {
  readonly events: readonly ScannedEvent[];
  readonly report: ScanReport;
  /** `3: not valid JSON` */
  readonly wrong: readonly string[];
}

/** Reads NDJSON as the command line does. */
export const scanFast = async (
  data: Buffer,
  query: EqlQuery,
  options: WindowOptions & { mostAtOnce?: number } = {}
): Promise<FastScan> => {
  const plan = toScanPlan(query, {}, { moreFields: [], keepsText: true });
  const report = createScanReport('bytes');
  const source = openBytes(data, options.mostAtOnce);
  const events: ScannedEvent[] = [];
  for await (const batch of scanEvents(source, { ...plan, ...options }, report))
    events.push(...batch);
  return {
    events,
    report,
    wrong: report.wrongLines.map(({ line, reason }) => `${line}: ${reason}`),
  };
};
