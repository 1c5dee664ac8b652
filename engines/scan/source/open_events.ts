import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ByteSource } from './byte_source';
import { openFile } from './open_file';
import { openStream } from './open_stream';

/** Stands for standard input where a file is expected. */
export const STANDARD_INPUT = '-';

export const isCompressed = (path: string): boolean => path.endsWith('.gz');

/** Opens a file of events: plain, gzip by its ending `.gz`, or `-` for standard input. */
export const openEvents = (path: string): ByteSource => {
  if (path === STANDARD_INPUT) return openStream('standard input', process.stdin);
  if (!isCompressed(path)) return openFile(path);
  const unzip = createGunzip();
  // Errors of either stream reach the reader through the last one.
  pipeline(createReadStream(path), unzip, () => undefined);
  return openStream(path, unzip);
};
