import { getValues } from '../../../common/event/get_values';
import type { EventSource } from '../../../common/event/source_event';
import type { ScanReport } from '../scan_report';
import type { Gap } from './find_gaps';

/** Notes in a report which fields any event had; costs nothing once all were seen. */
export class FieldPresence {
  private readonly missing: Set<string>;
  private readonly report: ScanReport;

  /** @param fields dotted paths */
  constructor(fields: readonly string[], report: ScanReport) {
    this.missing = new Set(fields);
    this.report = report;
  }

  get isComplete(): boolean {
    return this.missing.size === 0;
  }

  /** Lines of one shape have the same fields. What lies in the objects of an array isn't known, so it counts as seen. */
  seeShape(gaps: readonly Gap[]): void {
    for (const field of this.missing) {
      const isThere = ({ name }: Gap): boolean => field === name || field.startsWith(`${name}.`);
      if (gaps.some(isThere)) this.note(field);
    }
  }

  see(source: EventSource): void {
    for (const field of this.missing) if (getValues(source, field).length > 0) this.note(field);
  }

  private note(field: string): void {
    this.missing.delete(field);
    this.report.seenFields.add(field);
  }
}
