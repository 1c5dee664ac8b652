import type { Exec } from './exec';
import type { ExecSyscallRecord } from './parse_exec_syscall';
import type { UserRecord } from './parse_user_record';

/**
 * What the log tells of processes, in the order in which it is complete. Plain data, so that it can be read in one thread and
 * understood in another.
 */
export type LogEntry =
  | { readonly kind: 'exec'; readonly exec: Exec }
  /** Its event was given before: read again to know the process. */
  | { readonly kind: 'known_exec'; readonly exec: Exec }
  | {
      readonly kind: 'failed_exec';
      readonly node: string;
      readonly time: number;
      readonly serial: number;
      readonly syscall: ExecSyscallRecord;
    }
  | {
      readonly kind: 'user_record';
      readonly node: string;
      readonly time: number;
      readonly serial: number;
      readonly record: UserRecord;
    };
