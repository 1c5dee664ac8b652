import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { i18n } from '@kbn/i18n';
import { open, type Database, type RootDatabase } from 'lmdb';
import { toRecordDamageSentence } from './to_record_damage_sentence';

export interface StoreDatabase {
  /** Each kind of record has a tree of its own in it. */
  readonly root: RootDatabase;
  /**
   * Does all writes of `action` or none of them; they are on disk when it returns.
   * @throws Error with a sentence when the disk refuses, for instance because it is full
   */
  transact<T>(action: () => T): T;
  /** The value of a key; undefined, and said once for each tree, where its bytes are damaged: the others are of use without it. */
  findRecord<V>(tree: Database<V, string>, key: string): V | undefined;
  /** All values that can be read, in order of their keys. */
  listRecords<V>(tree: Database<V, string>): V[];
}

/** With less than this free the disk counts as full. */
const FULL_BELOW_BYTES = 1024 * 1024;

/**
 * The database of a data directory.
 * @param warn is told of records that can't be read
 */
export const openDatabase = (
  directory: string,
  warn: (sentence: string) => void = () => undefined
): StoreDatabase => {
  const root = openRoot(directory);
  const damagedTrees = new Set<unknown>();
  const findRecord = <V>(tree: Database<V, string>, key: string): V | undefined => {
    try {
      return tree.get(key);
    } catch (error) {
      if (isSystemError(error)) throw error;
      if (!damagedTrees.has(tree)) warn(toRecordDamageSentence(key));
      damagedTrees.add(tree);
      return undefined;
    }
  };
  return {
    root,
    findRecord,
    listRecords: (tree) => [...tree.getKeys()].flatMap((key) => findRecord(tree, key) ?? []),
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

const openRoot = (directory: string): RootDatabase => {
  try {
    return open({ path: join(directory, 'store'), maxDbs: 32 });
  } catch (error) {
    // LMDB's own numbers are negative: those tell of damage.
    throw isSystemError(error) && error.code > 0 ? toOpenError(error, directory) : error;
  }
};

const toOpenError = (cause: Error, directory: string): Error => {
  const message = i18n.translate('webServerRce.standalone.store.openFailed', {
    defaultMessage:
      'The store in {directory} could not be opened ({reason}): look whether this user may read and write it, or choose another place with --data DIR.',
    values: { directory, reason: cause.message },
  });
  return new Error(message, { cause });
};

/** LMDB's own errors carry the number of the system's error. */
const isSystemError = (error: unknown): error is Error & { readonly code: number } =>
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
