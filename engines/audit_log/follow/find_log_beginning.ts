import { findLogFile } from './log_file';
import type { LogPosition } from './log_position';

/** The beginning of the log as it is now: stored before reading begins, it finds the file again however soon it is rotated. */
export const findLogBeginning = async (path: string): Promise<LogPosition | undefined> => {
  const file = await findLogFile(path);
  return file && { inode: file.inode, head: file.head, offset: 0, given: [] };
};
