import type { LiveQueryStore, StoredLiveQuery, StoredQuery } from './live_query_store';
import { toOutcomeSentence } from './to_outcome_sentence';

/**
 * Answers the queries on agents of this host that a host which is gone left without an answer: it was killed while they
 * ran, and whoever asked would wait for them until they expire.
 * @param stored what `store` holds
 */
export const closeInterrupted = async (
  store: LiveQueryStore,
  agentIds: readonly string[],
  nowMs: number,
  stored: readonly StoredLiveQuery[]
): Promise<void> => {
  const moment = new Date(nowMs).toISOString();
  const error = toOutcomeSentence({ kind: 'cancelled' });
  const isOpen = (query: StoredQuery): boolean =>
    query.agents.some((id) => agentIds.includes(id)) &&
    query.error === undefined &&
    query.answer === undefined;
  const close = (query: StoredQuery): StoredQuery => ({
    ...query,
    answer: {
      ...{ outcome: 'cancelled', startedAt: moment, completedAt: moment },
      ...{ rowCount: 0 },
      ...(error !== undefined && { error }),
    },
  });
  const left = stored.filter(({ queries }) => queries.some(isOpen));
  for (const liveQuery of left) {
    const closed: StoredLiveQuery = {
      ...liveQuery,
      queries: liveQuery.queries.map((query) => (isOpen(query) ? close(query) : query)),
    };
    await store.put(closed);
  }
};
