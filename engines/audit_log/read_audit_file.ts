import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { SourceEvent } from '../../common/event/source_event';
import { isCompressed, STANDARD_INPUT } from '../scan';
import type { AuditReader } from './create_audit_reader';
import { toFileError } from './follow/to_file_error';

/**
 * Reads a whole audit log through `reader`, whose `stats` say afterwards what was passed over: plain, gzip, or `-` for standard input.
 * @throws Error that names the file
 */
export async function* readAuditFile(
  path: string,
  reader: AuditReader
): AsyncIterable<SourceEvent> {
  try {
    for await (const chunk of openBytes(path)) yield* reader.push(chunk);
  } catch (cause) {
    throw toFileError(path, cause);
  }
  yield* reader.flush();
}

const openBytes = (path: string): AsyncIterable<Buffer> => {
  if (path === STANDARD_INPUT) return process.stdin;
  const isPacked = isCompressed(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  if (!isPacked) return file;
  const unzip = createGunzip();
  // Errors of either stream reach the reader through the last one.
  pipeline(file, unzip, () => undefined);
  return unzip;
};
