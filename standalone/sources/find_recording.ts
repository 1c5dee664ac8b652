import { LOGGED_WITHIN_MS } from '../../common/request/find_certain_request';
import { readRecording } from '../recording/read_recording';
import type { EventBatch, EventRecords } from '../store/event_records';
import { PROCESS_EVENTS_INDEX } from './audit/to_reader_options';

const SOURCE = 'recording';

/** When the shipped recording ends that was played into this store, milliseconds since 1970; undefined if none was. */
export const findRecordingEnd = (events: EventRecords): number | undefined => {
  const position = events.findPosition(SOURCE);
  return typeof position === 'string' ? Date.parse(position) : undefined;
};

/** The recording, and when it ends, milliseconds since 1970. */
interface UnplayedRecording {
  readonly batch: EventBatch;
  readonly endsAt: number;
}

/**
 * The shipped recording; undefined but for a store that is empty and has never held it. It is moved so that it ended a minute
 * ago: by then access logs hold all requests, and the first run knows which of them its alerts came by.
 * It is one batch, stored in one piece: a host killed in the middle plays it at its next start.
 */
export const findRecording = async (
  events: EventRecords,
  now: Date
): Promise<UnplayedRecording | undefined> => {
  if (!events.isEmpty() || events.findPosition(SOURCE) !== undefined) return undefined;
  const endsAt = now.getTime() - LOGGED_WITHIN_MS;
  const recorded = await readRecording({ index: PROCESS_EVENTS_INDEX, endsAt });
  const position = { source: SOURCE, position: new Date(endsAt).toISOString() };
  return { batch: { events: recorded, position }, endsAt };
};
