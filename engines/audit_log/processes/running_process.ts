import type { Identity } from '../records/identity';

/** A process that was running before the log says anything about it: from /proc or a recording's `processes.json`. */
export interface RunningProcess {
  readonly pid: number;
  readonly parentPid: number;
  /** Undefined for kernel threads and where the reader may not see it. */
  readonly executable: string | undefined;
  /** Its file was replaced or deleted while it runs. */
  readonly isDeleted?: boolean;
  /** Short name; stands in where the executable is not known. */
  readonly comm: string | undefined;
  readonly args: readonly string[];
  readonly workingDirectory: string | undefined;
  readonly user: Identity;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}
