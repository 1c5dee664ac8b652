import type { SourceEvent } from '../common/event/source_event';
import type { EventBatch, EventRecords, PackedBatch } from '../standalone/store/event_records';

/** Stores one batch. */
export const addEvents = async (
  events: EventRecords,
  batch: EventBatch,
  findOldestMatch?: (added: readonly SourceEvent[]) => number | undefined
): Promise<PackedBatch> => {
  const packed = await events.pack(batch, findOldestMatch);
  events.store([packed]);
  return packed;
};
