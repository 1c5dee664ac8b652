import type { EventBatch } from '../store/event_records';
import type { EventInput } from './event_input';

/** Gives what has been read already. */
export const createGivenInput = (batch: EventBatch | undefined): EventInput => ({
  async *read() {
    if (batch) yield batch;
  },
});
