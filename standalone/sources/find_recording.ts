import { readRecording } from '../recording/read_recording';
import type { EventBatch, EventRecords } from '../store/event_records';
import { PROCESS_EVENTS_INDEX } from './audit/to_reader_options';

const SOURCE = 'recording';

/** When the shipped recording ends that was played into this store, milliseconds since 1970; undefined if none was. */
export const findRecordingEnd = (events: EventRecords): number | undefined => {
  const position = events.findPosition(SOURCE);
  return typeof position === 'string' ? Date.parse(position) : undefined;
};

/**
 * The shipped recording, moved so that it ends now; undefined but for a store that is empty and has never held it.
 * It is one batch, stored in one piece: a host killed in the middle plays it at its next start.
 */
export const findRecording = async (
  events: EventRecords,
  now: Date
): Promise<EventBatch | undefined> => {
  if (!events.isEmpty() || events.findPosition(SOURCE) !== undefined) return undefined;
  return {
    events: await readRecording({ index: PROCESS_EVENTS_INDEX, endsAt: now.getTime() }),
    position: { source: SOURCE, position: now.toISOString() },
  };
};
