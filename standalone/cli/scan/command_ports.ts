import type { CommandOutput } from '../../../engines/command_line';

/** What a command needs of the process it runs in. */
export interface ScanCommandPorts extends CommandOutput {
  /** Whether progress can be shown where errors are written. */
  readonly isErrorTerminal: boolean;
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Threads that can run at the same time. */
  readonly parallelism: number;
}
