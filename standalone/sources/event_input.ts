import type { EventBatch } from '../store/event_records';

/** A place events come from: a recording, files, the audit log. */
export interface EventInput {
  /**
   * Batches in the order they are to be stored; ends with the input or when `signal` aborts.
   * @param findPosition what was stored with the last batch of a source
   */
  read(findPosition: (source: string) => unknown, signal: AbortSignal): AsyncIterable<EventBatch>;
}
