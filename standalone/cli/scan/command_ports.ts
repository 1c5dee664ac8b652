/** What a command needs of the process it runs in. */
export interface ScanCommandPorts {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Whether progress can be shown where errors are written. */
  readonly isErrorTerminal: boolean;
  /** Milliseconds since any moment. */
  readonly now: () => number;
  /** Threads that can run at the same time. */
  readonly parallelism: number;
}
