import type { LocalAgent } from '../kibana/osquery/local_agent';
import { readRecording } from '../recording/read_recording';
import type { EventBatch, EventRecords } from '../store/event_records';
import { PROCESS_EVENTS_INDEX } from './audit/to_reader_options';

const SOURCE = 'recording';

/** Whether the shipped recording was played into this store. */
export const holdsRecording = (events: EventRecords): boolean =>
  events.findPosition(SOURCE) !== undefined;

/**
 * The shipped recording, moved so that it ends now; undefined but for a store that is empty and has never held it.
 * It is one batch, stored in one piece: a host killed in the middle plays it at its next start.
 */
export const findRecording = async (
  events: EventRecords,
  agent: LocalAgent,
  now: Date
): Promise<EventBatch | undefined> => {
  if (!events.isEmpty() || events.findPosition(SOURCE) !== undefined) return undefined;
  return {
    events: await readRecording({
      index: PROCESS_EVENTS_INDEX,
      agentId: agent.id,
      endsAt: now.getTime(),
    }),
    position: { source: SOURCE, position: now.toISOString() },
  };
};
