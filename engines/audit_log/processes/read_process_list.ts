import { readFile } from 'node:fs/promises';
import { parseProcessList } from './parse_process_list';
import type { RunningProcess } from './running_process';
import { toFileError } from '../../scan';

/**
 * Reads the file of processes that goes with a recorded audit log.
 * @throws Error that names the file and what is wrong with it
 */
export const readProcessList = async (path: string): Promise<RunningProcess[]> => {
  try {
    return parseProcessList(await readFile(path, 'utf8'));
  } catch (cause) {
    throw toFileError(path, cause);
  }
};
