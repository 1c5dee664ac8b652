import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readProcessList } from '../../../engines/audit_log';
import { openText } from '../../../engines/scan';
import type { StartOptions } from './to_start_run';

/**
 * Finds out before anything is started, and before the host calls itself ready, whether it can read what it was given.
 * Of a log that is written to, the folder must be there; the log itself may begin later.
 * @throws the error of the file system for the first path that can't be read; Error of what is packed otherwise, and of no list of processes
 */
export const checkInputs = async ({
  input,
  accessLogs,
}: Pick<StartOptions, 'input' | 'accessLogs'>): Promise<void> => {
  for (const path of [...toPaths(input), ...accessLogs.map((log) => dirname(log.path))]) {
    await access(path, constants.R_OK);
  }
  const isWhole = input.kind === 'events' || input.kind === 'audit_replay';
  if (isWhole && (await stat(input.path)).isFile()) await (await openText(input.path)).close();
  if (input.kind === 'audit_replay') await readProcessList(input.processes);
};

const toPaths = (input: StartOptions['input']): readonly string[] => {
  switch (input.kind) {
    case 'recording':
      return [];
    case 'audit_log':
      return [dirname(input.path)];
    case 'audit_replay':
      return [input.path, input.processes];
    case 'events':
      return [input.path];
  }
};
