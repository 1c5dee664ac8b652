import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { i18n } from '@kbn/i18n';
import { open, type RootDatabase } from 'lmdb';

export interface StoreDatabase {
  /** Each kind of record has a tree of its own in it. */
  readonly root: RootDatabase;
  /**
   * Does all writes of `action` or none of them; they are on disk when it returns.
   * @throws Error with a sentence when the disk refuses, for instance because it is full
   */
  transact<T>(action: () => T): T;
}

/** With less than this free the disk counts as full. */
const FULL_BELOW_BYTES = 1024 * 1024;

/** The database of a data directory. */
export const openDatabase = (directory: string): StoreDatabase => {
  const root = open({ path: join(directory, 'store'), maxDbs: 32 });
  return {
    root,
    // Synchronous: lmdb's asynchronous transactions reject promises that nobody can catch when the disk is full.
    transact<T>(action: () => T): T {
      try {
        return root.transactionSync(action);
      } catch (error) {
        throw isSystemError(error) ? toWriteError(error, directory) : error;
      }
    },
  };
};

/** LMDB's own errors carry the number of the system's error. */
const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'number';

const toWriteError = (cause: Error, directory: string): Error => {
  const { bavail, bsize } = statfsSync(directory);
  // A full disk shows as a short write, which LMDB calls an input/output error.
  const message =
    bavail * bsize < FULL_BELOW_BYTES
      ? i18n.translate('webServerRce.standalone.store.diskFull', {
          defaultMessage: 'The disk of {directory} is full: make room on it.',
          values: { directory },
        })
      : i18n.translate('webServerRce.standalone.store.writeFailed', {
          defaultMessage:
            'Writing to {directory} failed ({reason}): look whether it is there, may be written to and its disk works.',
          values: { directory, reason: cause.message },
        });
  return new Error(message, { cause });
};
