import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';

/** The database of a data directory, in which each kind of record has its own tree. */
export const openDatabase = (directory: string): RootDatabase =>
  open({ path: join(directory, 'store'), maxDbs: 16 });
