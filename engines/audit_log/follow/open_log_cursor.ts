import { open } from 'node:fs/promises';
import { LogCursor } from './log_cursor';
import { isSameLogFile, listLogFiles } from './log_file';
import type { LogFile } from './log_file';
import type { LogPosition } from './log_position';

export interface LogStart {
  readonly path: string;
  /** Where an earlier run stopped. */
  readonly position?: LogPosition | undefined;
  /** Without a position: all that the file holds, or only what is written from now on. */
  readonly startAt?: 'beginning' | 'end' | undefined;
  /** How much to read before the start, to know the processes that ran there. */
  readonly warmUpBytes: number;
}

export interface OpenedLog {
  readonly cursor: LogCursor;
  /** Byte of the stream from which on events are new. */
  readonly firstNew: number;
  /** The file of the position has gone, and with it perhaps events. */
  readonly mayHaveMissed: boolean;
}

/** Opens a log where reading has to begin. A log that doesn't exist yet is waited for. */
export const openLogCursor = async (start: LogStart): Promise<OpenedLog> => {
  const cursor = new LogCursor(start.path);
  const files = await listLogFiles(start.path);
  const { at, offset, mayHaveMissed } = findStart(files, start);
  const file = files[at];
  if (!file) return { cursor, firstNew: 0, mayHaveMissed };
  const warmUp = await findWarmUp(files.slice(0, at + 1), offset, start.warmUpBytes);
  await cursor.openAt(warmUp.file ?? file, warmUp.offset);
  return { cursor, firstNew: warmUp.length, mayHaveMissed };
};

const findStart = (
  files: readonly LogFile[],
  { path, position, startAt }: LogStart
): { at: number; offset: number; mayHaveMissed: boolean } => {
  const newest = files.findIndex((file) => file.path === path);
  if (position) {
    const at = files.map((file) => isSameLogFile(file, position)).lastIndexOf(true);
    if (at >= 0) return { at, offset: position.offset, mayHaveMissed: false };
    return { at: 0, offset: 0, mayHaveMissed: true };
  }
  const offset = startAt === 'end' ? (files[newest]?.size ?? 0) : 0;
  return { at: newest, offset, mayHaveMissed: false };
};

/** Goes back from byte `offset` of the last of `files` by about `wanted` bytes, to the beginning of a line. */
const findWarmUp = async (
  files: readonly LogFile[],
  offset: number,
  wanted: number
): Promise<{ file: LogFile | undefined; offset: number; length: number }> => {
  let length = offset;
  let at = files.length - 1;
  while (length < wanted && files[at - 1]) {
    at--;
    length += files[at]?.size ?? 0;
  }
  const file = files[at];
  const surplus = Math.max(0, length - wanted);
  if (!file || surplus === 0) return { file, offset: 0, length };
  const lineStart = await findLineStart(file.path, surplus);
  const isBehind = at === files.length - 1 && lineStart > offset;
  const begin = isBehind ? offset : lineStart;
  return { file, offset: begin, length: length - begin };
};

/** The first line that begins at or after byte `from`; `from` itself when no line end is near. */
const findLineStart = async (path: string, from: number): Promise<number> => {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, from - 1);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    return end < 0 ? from : from + end;
  } finally {
    await handle.close();
  }
};
