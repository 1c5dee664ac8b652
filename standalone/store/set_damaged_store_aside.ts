import { execFile } from 'node:child_process';
import { rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { i18n } from '@kbn/i18n';
import { findBeatingOwner } from './store_owner';
import { StoreTakenError } from './store_taken_error';

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
  const pid = await findBeatingOwner(directory);
  if (pid !== undefined) throw new StoreTakenError(directory, pid);
  const aside = await findFreeName(`${store}.damaged`);
  await rename(store, aside);
  return toSetAside(directory, basename(aside));
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

const findFreeName = async (name: string): Promise<string> => {
  for (let number = 1; ; number += 1) {
    const free = `${name}.${number}`;
    if (!(await exists(free))) return free;
  }
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  );

const toSetAside = (directory: string, aside: string): string =>
  i18n.translate('webServerRce.standalone.store.setAside', {
    defaultMessage:
      'The store in {directory} is damaged and was set aside as {aside}. This host goes on with a new one, without the alerts so far, and reads its input from the beginning. Check the disk; a backup of the store goes to the place of the new one.',
    values: { directory, aside },
  });
