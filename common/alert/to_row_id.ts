import { toProcessStart, toTreeId } from '../detection';
import type { SourceEvent } from '../event/source_event';

/** Saved objects are kept under it, whose ids Elasticsearch limits to 512 bytes. */
const LONGEST_ROW_ID = 150;

/**
 * What all alerts have in common that analysts see as one row: the process that the server started, however many rules find it
 * and by whichever of its programs. It is known from the event alone, so alerts of two rules may be stored in any order.
 * Undefined where an event has no process to go by: its alert is a row of its own.
 */
export const toRowId = (event: SourceEvent): string | undefined => {
  const start = toProcessStart(event);
  const id = start && toTreeId(start);
  return id !== undefined && id.length <= LONGEST_ROW_ID ? id : undefined;
};
