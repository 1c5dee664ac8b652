import { setTimeout as delay } from 'node:timers/promises';
import type { AuditBatch } from '../../audit_log/audit_log_follower';

const MOST_EVENTS = 4000;
/** Longest that events wait for more of them. */
const LONGEST_WAIT_MS = 10;

/**
 * Makes few large batches of many while the reader is behind, because every commit waits for the disk.
 * The last one's position stands for all of them.
 */
export async function* mergeBatches(
  batches: AsyncIterator<AuditBatch, void>
): AsyncGenerator<AuditBatch, void> {
  let merged: AuditBatch | undefined;
  for (let next = batches.next(); ;) {
    const result = await (merged ? Promise.race([next, delay(LONGEST_WAIT_MS)]) : next);
    if (result && !result.done) {
      merged = merged ? merge(merged, result.value) : result.value;
      next = batches.next();
      if (merged.hasMore && merged.events.length < MOST_EVENTS) continue;
    }
    if (merged) yield merged;
    merged = undefined;
    if (result?.done) return;
  }
}

const merge = (first: AuditBatch, second: AuditBatch): AuditBatch => ({
  events: [...first.events, ...second.events],
  position: second.position,
  hasMore: second.hasMore,
  mayHaveMissed: first.mayHaveMissed || second.mayHaveMissed,
});
