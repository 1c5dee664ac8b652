import type { ExecSyscallRecord } from './parse_exec_syscall';

/** A call that tries to start a program. */
export interface ExecAttempt {
  /** Milliseconds since 1970, of the kernel's coarse clock (steps of 4 ms at 250 Hz). */
  readonly time: number;
  readonly syscall: ExecSyscallRecord;
  readonly workingDirectory: string | undefined;
}

/** One successful exec, put together from all its records. */
export interface Exec extends ExecAttempt {
  /** Audit serial number; unique per node until the machine restarts. */
  readonly serial: number;
  /** As in `node=`; empty without. */
  readonly node: string;
  /** Byte of the stream at which the first of its lines begins. */
  readonly offset: number;
  readonly args: readonly string[];
  /** Why `args` may not be all. */
  readonly argsProblem: string | undefined;
}
