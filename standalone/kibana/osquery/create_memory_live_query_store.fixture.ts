import type { LiveQueryStore, StoredLiveQuery, StoredRows } from './live_query_store';

/** Keeps live queries until the process ends. */
export const createMemoryLiveQueryStore = (): LiveQueryStore => {
  const liveQueries = new Map<string, StoredLiveQuery>();
  const rowsByQuery = new Map<string, StoredRows>();
  return {
    put: async (liveQuery) => void liveQueries.set(liveQuery.actionId, liveQuery),
    find: async (actionId) => liveQueries.get(actionId),
    list: async () =>
      [...liveQueries.values()]
        .reverse()
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0)),
    putRows: async (queryActionId, rows) => void rowsByQuery.set(queryActionId, rows),
    findRows: async (queryActionId) => rowsByQuery.get(queryActionId),
    remove: async (actionId) => {
      for (const query of liveQueries.get(actionId)?.queries ?? [])
        rowsByQuery.delete(query.actionId);
      liveQueries.delete(actionId);
    },
  };
};
