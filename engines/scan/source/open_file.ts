import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './byte_source';

/** A part of a file, in bytes; `end` exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Opens a file, or a part of it, for reading from beginning to end. It reads synchronously: the pieces are small, and
 * handing each of them to another thread takes longer than copying it from the cache of the system.
 * @throws Error of `node:fs` when it can't be opened
 */
export const openFile = (path: string, range?: ByteRange): ByteSource => {
  const file = openSync(path, 'r');
  const size = range === undefined ? fstatSync(file).size : range.end - range.start;
  let at = range?.start ?? 0;
  const end = range?.end ?? Infinity;
  return {
    name: path,
    size,
    read: async (target) => {
      const count = readSync(file, target, 0, Math.min(target.length, end - at), at);
      at += count;
      return count;
    },
    close: async () => closeSync(file),
  };
};
