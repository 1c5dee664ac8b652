import { countEvents, type ScanReport } from '../../../../engines/scan';
import type { ReadSummary } from './report_reading';

/** What was read of all files together. */
export const sumReports = (
  reports: readonly ScanReport[]
): Pick<ReadSummary, 'events' | 'lines'> => ({
  events: reports.reduce((sum, report) => sum + countEvents(report), 0),
  lines: reports.reduce((sum, { lines }) => sum + lines, 0),
});

/** Those of `fields` that no event of any file had. */
export const findAbsentFields = (
  fields: readonly string[],
  reports: readonly ScanReport[]
): string[] => fields.filter((field) => !reports.some(({ seenFields }) => seenFields.has(field)));
