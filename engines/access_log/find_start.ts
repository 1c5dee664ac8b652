import type { FileHandle } from 'node:fs/promises';
import { parseAccessLine } from '../../common/request/parse_access_line';

/** Enough for the end of one line and the whole of the next. */
const PROBE = 128 * 1024;
/** Less than this is read rather than halved. */
const SMALL_ENOUGH = 1024 * 1024;

/**
 * An offset in a log ordered by time before which no line is as late as `time`, found by halving: a log of gigabytes costs some
 * twenty reads. Where a probe finds no line that can be read, the half before it is read too.
 */
export const findStart = async (file: FileHandle, size: number, time: number): Promise<number> => {
  let low = 0;
  let high = size;
  while (high - low > SMALL_ENOUGH) {
    const middle = Math.floor((low + high) / 2);
    const found = await readTimeAfter(file, middle);
    if (found !== undefined && found < time) low = middle;
    else high = middle;
  }
  return low;
};

const readTimeAfter = async (file: FileHandle, offset: number): Promise<number | undefined> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBE), 0, PROBE, offset);
  const lines = buffer.toString('utf8', 0, bytesRead).split('\n').slice(1, -1);
  for (const line of lines) {
    const request = parseAccessLine(line);
    if (request) return request.time;
  }
  return undefined;
};
