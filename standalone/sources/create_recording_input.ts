import type { LocalAgent } from '../osquery/live_query/local_agent';
import { readRecording } from '../recording/read_recording';
import { PROCESS_EVENTS_INDEX } from './audit/to_reader_options';
import type { EventInput } from './event_input';

const SOURCE = 'recording';

/**
 * Plays the shipped recording so that it ends now, once in the life of a store and only into an empty one.
 * It is stored in one piece: a host killed in the middle plays it at its next start.
 */
export const createRecordingInput = (
  agent: LocalAgent,
  isEmpty: () => boolean,
  now: () => Date
): EventInput => ({
  async *read(findPosition) {
    if (!isEmpty() || findPosition(SOURCE) !== undefined) return;
    const playedAt = now();
    const events = await readRecording({
      index: PROCESS_EVENTS_INDEX,
      agentId: agent.id,
      endsAt: playedAt.getTime(),
    });
    yield { events, position: { source: SOURCE, position: playedAt.toISOString() } };
  },
});
