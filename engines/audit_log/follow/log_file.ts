import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { toFileError } from '../../scan';

/** One file of a log: the one being written, or one that was rotated away (`audit.log.1` and so on). */
export interface LogFile {
  readonly path: string;
  readonly inode: string;
  readonly size: number;
  readonly head: string;
}

/** The first record's time and serial number lie within. */
const HEAD_LENGTH = 96;

/** Undefined where there is no such file; other failures (no permission) are thrown. */
export const findLogFile = async (path: string): Promise<LogFile | undefined> => {
  try {
    const file = await open(path);
    try {
      const { ino, size } = await file.stat({ bigint: true });
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
      const head = buffer.toString('latin1', 0, bytesRead);
      return { path, inode: String(ino), size: Number(size), head };
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw toFileError(path, cause);
  }
};

/** All files of the log at `path`, oldest first: `audit.log.2`, `audit.log.1`, `audit.log`. */
export const listLogFiles = async (path: string): Promise<LogFile[]> => {
  const prefix = `${basename(path)}.`;
  const numbers = (await readdir(dirname(path)))
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((rest) => /^[1-9]\d{0,4}$/.test(rest))
    .map(Number)
    .sort((one, other) => other - one);
  const paths = [
    ...numbers.map((number) => join(dirname(path), `${prefix}${String(number)}`)),
    path,
  ];
  const files = await Promise.all(paths.map(findLogFile));
  return files.filter((file) => file !== undefined);
};

/** Whether `file` is the one of which `known` was noted earlier: same beginning, and no shorter. */
export const isSameLogFile = (
  file: LogFile,
  known: { readonly inode: string; readonly head: string; readonly offset: number }
): boolean => {
  if (file.size < known.offset) return false;
  // A file that was empty has nothing but its inode.
  return known.head === '' ? file.inode === known.inode : file.head.startsWith(known.head);
};
