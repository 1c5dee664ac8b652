import type { MachineFiles } from '../files/machine_files';
import { toWholeNumbers } from '../proc/list_pids';
import { readPasswd, type PasswdEntry } from './read_passwd';

/** Local accounts with a home directory, of the wanted user ids or all. */
export const listUsers = (files: MachineFiles, wanted?: readonly string[]): PasswdEntry[] => {
  const uids = wanted && new Set(toWholeNumbers(wanted));
  return readPasswd(files).filter(
    ({ uid, directory }) => directory.startsWith('/') && (!uids || uids.has(uid))
  );
};
