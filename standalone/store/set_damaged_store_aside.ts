import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setStoreAside } from './set_store_aside';

const READER = fileURLToPath(new URL('./read_whole_store.mjs', import.meta.url));
const DAMAGED = 3;
/** What the kernel ends a process with that follows a damaged page. */
const CRASHES: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE']);

/**
 * Moves a store that can't be read out of the way, so that the host goes on with a new one.
 * @returns what to say of it; undefined where nothing is wrong
 * @throws StoreTakenError while a process works with it nevertheless
 */
export const setDamagedStoreAside = async (directory: string): Promise<string | undefined> => {
  const store = join(directory, 'store');
  if (!(await exists(join(store, 'data.mdb'))) || !(await isDamaged(store))) return undefined;
  return setStoreAside(directory);
};

/** What else keeps the reading process from its work says nothing about the store. */
const isDamaged = (store: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [READER, store], () => undefined);
    child.once('error', () => resolve(false));
    child.once('exit', (code, signal) =>
      resolve(code === DAMAGED || (signal !== null && CRASHES.has(signal)))
    );
  });

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  );
