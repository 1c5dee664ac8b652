import { openEvents } from './source/open_events';
import { scanEvents } from './scan_events';
import type { ScanPlan } from './scan_plan';
import type { ScannedEvent } from './scanned_event';
import { createScanReport } from './scan_report';
import type { ScanReport } from './scan_report';

/**
 * Reads events from one file after the other.
 * @param reports gets a report for each file as soon as it is opened
 * @throws Error of `node:fs` or `node:zlib` when a file can't be read
 */
export async function* scanFiles(
  files: readonly string[],
  plan: ScanPlan,
  reports: ScanReport[]
): AsyncGenerator<ScannedEvent[]> {
  for (const file of files) {
    const source = await openEvents(file);
    const report = createScanReport(source.name);
    reports.push(report);
    try {
      yield* scanEvents(source, plan, report);
    } finally {
      await source.close();
    }
  }
}
