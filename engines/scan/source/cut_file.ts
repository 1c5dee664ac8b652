import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteRange } from './open_file';

const NEWLINE = 10;
const STEP = 64 * 1024;

/**
 * Cuts a file into parts of about a size, at the ends of lines.
 * @throws Error of `node:fs` when it can't be read
 */
export const cutFile = (path: string, partSize: number): ByteRange[] => {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const ranges: ByteRange[] = [];
    for (let start = 0; start < size;) {
      const end = findLineEnd(file, start + partSize, size);
      ranges.push({ start, end });
      start = end;
    }
    return ranges;
  } finally {
    closeSync(file);
  }
};

/** Behind the first newline at `from` or later, or the end of the file. */
const findLineEnd = (file: number, from: number, size: number): number => {
  const buffer = Buffer.alloc(STEP);
  for (let at = from; at < size; at += STEP) {
    const count = readSync(file, buffer, 0, STEP, at);
    const found = buffer.subarray(0, count).indexOf(NEWLINE);
    if (found !== -1) return at + found + 1;
  }
  return size;
};
