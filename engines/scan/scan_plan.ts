import type { Requirement } from '../../common/eql/required_literals';
import type { WindowOptions } from './lines/read_windows';

/** What to read of which lines. Plain data, so that it can be sent to a thread. */
export interface ScanPlan extends WindowOptions {
  /** Lines that meet none of these are passed over. */
  readonly requirements: readonly Requirement[];
  /** Dotted paths of the fields to read. */
  readonly fields: readonly string[];
  /** Whether events bring their whole line. */
  readonly keepsText: boolean;
}
