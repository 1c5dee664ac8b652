import type { ExecKey } from '../records/assembly/pending_exec';

/**
 * Up to where a log has been turned into events. Plain data: stored together with the events of the same batch, it
 * makes a restart neither skip nor repeat one.
 */
export interface LogPosition {
  /** Inode of the file, as text because it may exceed what a number holds. */
  readonly inode: string;
  /** First bytes of the file: they recognize it when it was copied, and betray another file of the same inode. */
  readonly head: string;
  /** Byte of the file from which on reading has to begin again. */
  readonly offset: number;
  /** Events behind `offset` that were given nevertheless, because events interleave. */
  readonly given: readonly ExecKey[];
}
