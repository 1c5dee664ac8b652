import type { LogBatch } from '../follow/audit_log_follower';
import type { LogEntry } from '../records/log_entry';

/**
 * A batch on its way to another thread. Execs go in columns, because copying an object for each would cost as much as
 * reading it from the log did; and what most of them share (callers, folders) crosses once.
 */
export interface LogBatchMessage extends Omit<LogBatch, 'entries'> {
  /** `COLUMNS` numbers for each exec; callers, folders and nodes as places in the list of shared values. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Arguments of all execs, one after the other. */
  readonly args: readonly string[];
  readonly argsProblems: readonly (string | undefined)[];
  /** The other entries, each with its place among all. */
  readonly others: readonly (readonly [place: number, entry: LogEntry])[];
  /** What is added to the list of shared values before this batch is read. */
  readonly newShared: readonly unknown[];
  /** The list begins anew, so that it does not grow for ever. */
  readonly forgetsShared: boolean;
}

/** Where an exec's numbers stand. */
export const COLUMN = {
  isNew: 0,
  serial: 1,
  time: 2,
  offset: 3,
  pid: 4,
  parentPid: 5,
  node: 6,
  caller: 7,
  workingDirectory: 8,
  argCount: 9,
  regionCount: 10,
  firstRegion: 11,
} as const;

export const MOST_REGIONS = 3;
export const COLUMNS = COLUMN.firstRegion + MOST_REGIONS;
