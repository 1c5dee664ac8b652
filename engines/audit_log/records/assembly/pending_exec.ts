import type { ExecveArguments } from './execve_arguments';
import type { ExecSyscallRecord } from '../parse_exec_syscall';

/** What was read so far of one event. */
export interface PendingExec {
  readonly serial: number;
  readonly time: number;
  readonly node: string;
  /** Where the first of its lines begins, and which it is. */
  readonly offset: number;
  readonly line: number;
  /** Undefined until the SYSCALL record comes. */
  syscall: ExecSyscallRecord | undefined;
  args: ExecveArguments | undefined;
  /** The arguments as PROCTITLE has them. */
  title: ExecveArguments | undefined;
  workingDirectory: string | undefined;
  /** PROCTITLE or EOE was read. */
  hasEnded: boolean;
}

export const toPendingExec = (
  { serial, time, node }: Stamp,
  offset: number,
  line: number
): PendingExec => ({
  serial,
  time,
  node,
  offset,
  line,
  syscall: undefined,
  args: undefined,
  title: undefined,
  workingDirectory: undefined,
  hasEnded: false,
});

/** A host's serial number with its name; plain number where the log names no node, because that is the usual case. */
export type ExecKey = number | string;

export const toExecKey = (node: string, serial: number): ExecKey =>
  node === '' ? serial : `${node} ${String(serial)}`;

type Stamp = Pick<PendingExec, 'node' | 'serial' | 'time'>;

export const isSameEvent = (one: Stamp, other: Stamp): boolean =>
  one.serial === other.serial && one.time === other.time && one.node === other.node;
