import type { SearchOptions } from '../../common/eql/search/search_options';
import type { ByteRange } from './source/open_file';
import type { ScanPlan } from './scan_plan';
import type { ScannedEvent } from './scanned_event';
import type { ScanReport } from './scan_report';

/** What a scanning thread is started with. */
export interface ScanTask {
  readonly queryText: string;
  readonly options: SearchOptions;
  readonly plan: ScanPlan;
}

/** A file, or the part of it to read. */
export interface FilePart {
  readonly file: string;
  /** Undefined for all of a file that can't be cut. */
  readonly range: ByteRange | undefined;
}

/** What comes of a part; line numbers are counted within it. */
export interface PartResult {
  readonly events: readonly ScannedEvent[];
  readonly report: ScanReport;
}
