import { createReadStream } from 'node:fs';
import type { SourceEvent } from '../../common/event/source_event';
import type { AuditReader } from './create_audit_reader';

/** Reads a whole audit log through `reader`, whose `stats` say afterwards what was passed over. */
export async function* readAuditFile(
  path: string,
  reader: AuditReader
): AsyncIterable<SourceEvent> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 256 * 1024 });
  for await (const chunk of chunks) yield* reader.push(chunk);
  yield* reader.flush();
}
