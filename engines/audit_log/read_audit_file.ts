import type { SourceEvent } from '../../common/event/source_event';
import { openText, readPieces, toFileError } from '../scan';
import type { AuditReader } from './create_audit_reader';

/**
 * Reads a whole audit log through `reader`, whose `stats` say afterwards what was passed over; `openText` says what can be read.
 * @throws Error that names the file
 */
export async function* readAuditFile(
  path: string,
  reader: AuditReader
): AsyncIterable<SourceEvent> {
  try {
    for await (const chunk of readPieces(await openText(path))) yield* reader.push(chunk);
  } catch (cause) {
    throw toFileError(path, cause);
  }
  yield* reader.flush();
}
