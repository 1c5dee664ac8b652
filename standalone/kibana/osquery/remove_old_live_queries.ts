import type { LiveQueryStore, StoredLiveQuery } from './live_query_store';

export interface LiveQueryRetention {
  readonly maxLiveQueries: number;
  /** Rows of all live queries together. */
  readonly maxRows: number;
}

export const DEFAULT_LIVE_QUERY_RETENTION: LiveQueryRetention = {
  maxLiveQueries: 500,
  maxRows: 200_000,
};

const countRows = ({ queries }: StoredLiveQuery): number =>
  queries.reduce((sum, { answer }) => sum + (answer?.rowCount ?? 0), 0);

/** Forgets the oldest live queries past the limits; the newest one always stays. */
export const removeOldLiveQueries = async (
  store: LiveQueryStore,
  { maxLiveQueries, maxRows }: LiveQueryRetention
): Promise<void> => {
  let kept = 0;
  let rows = 0;
  for (const liveQuery of await store.list()) {
    kept += 1;
    rows += countRows(liveQuery);
    if (kept > 1 && (kept > maxLiveQueries || rows > maxRows)) {
      await store.remove(liveQuery.actionId);
    }
  }
};
