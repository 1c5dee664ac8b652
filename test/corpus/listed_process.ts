/** A process that ran when a recording began, as `processes.json` has it. */
export interface ListedProcess {
  readonly pid: number;
  /** 1 where the parent is outside of the lab. */
  readonly ppid: number;
  readonly exe: string;
  readonly name: string;
  readonly comm: string;
  readonly cmdline: readonly string[];
  readonly cwd: string;
  readonly uid: number;
  readonly user: string;
  /** Seconds since 1970. */
  readonly started: number;
}
