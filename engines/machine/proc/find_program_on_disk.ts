import type { MachineFiles } from '../files/machine_files';

interface Program {
  /** Without the kernel's mark ` (deleted)`; empty where it can't be read. */
  readonly path: string;
  /** 1 the file exists, 0 it was deleted or replaced, -1 unknown. */
  readonly onDisk: -1 | 0 | 1;
}

const DELETED_MARK = ' (deleted)';

/**
 * The program file of a process and whether it is still there. A file may truly be named `x (deleted)`:
 * then the file the process runs decides, reached through its `exe` link.
 * @param directory `/proc/PID`
 */
export const findProgramOnDisk = (files: MachineFiles, directory: string): Program => {
  const link = files.readLink(`${directory}/exe`);
  if (!link) return { path: '', onDisk: -1 };
  if (!link.endsWith(DELETED_MARK)) return { path: link, onDisk: files.exists(link) ? 1 : 0 };
  const named = files.stat(link);
  const running = files.stat(`${directory}/exe`);
  if (named && running && named.ino === running.ino && named.dev === running.dev) {
    return { path: link, onDisk: 1 };
  }
  return { path: link.slice(0, -DELETED_MARK.length), onDisk: 0 };
};
