import { rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { i18n } from '@kbn/i18n';
import { findBeatingOwner } from './store_owner';
import { StoreTakenError } from './store_taken_error';

/**
 * Moves a damaged store out of the way of a new one.
 * @returns what to say of it
 * @throws StoreTakenError while a process works with it nevertheless
 */
export const setStoreAside = async (directory: string): Promise<string> => {
  const store = join(directory, 'store');
  const pid = await findBeatingOwner(directory);
  if (pid !== undefined) throw new StoreTakenError(directory, pid);
  const aside = await findFreeName(`${store}.damaged`);
  await rename(store, aside);
  return toSetAside(directory, basename(aside));
};

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
