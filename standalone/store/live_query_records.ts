import type {
  LiveQueryStore,
  StoredLiveQuery,
  StoredRows,
} from '../kibana/osquery/live_query_store';

import { isStoreKey } from './is_store_key';
import type { StoreDatabase } from './open_database';

interface StoredInOrder {
  readonly liveQuery: StoredLiveQuery;
  /** Tells live queries of one moment apart. */
  readonly position: number;
}

export const createLiveQueryRecords = ({
  root,
  transact,
  findRecord,
  listRecords,
}: StoreDatabase): LiveQueryStore => {
  const records = root.openDB<StoredInOrder, string>({ name: 'live_queries', encoding: 'json' });
  const rows = root.openDB<StoredRows, string>({
    name: 'live_query_rows',
    encoding: 'json',
    compression: true,
  });
  const all = (): StoredInOrder[] => listRecords(records);
  let nextPosition = Math.max(0, ...all().map(({ position }) => position)) + 1;

  return {
    async put(liveQuery) {
      const position = findRecord(records, liveQuery.actionId)?.position ?? nextPosition++;
      transact(() => void records.put(liveQuery.actionId, { liveQuery, position }));
    },
    find: async (actionId) =>
      isStoreKey(actionId) ? findRecord(records, actionId)?.liveQuery : undefined,
    list: async () =>
      all()
        .sort(
          (a, b) =>
            Date.parse(b.liveQuery.createdAt) - Date.parse(a.liveQuery.createdAt) ||
            b.position - a.position
        )
        .map(({ liveQuery }) => liveQuery),
    async putRows(queryActionId, stored) {
      transact(() => void rows.put(queryActionId, stored));
    },
    findRows: async (queryActionId) =>
      isStoreKey(queryActionId) ? findRecord(rows, queryActionId) : undefined,
    async remove(actionId) {
      if (!isStoreKey(actionId)) return;
      const known = findRecord(records, actionId)?.liveQuery;
      if (!known) return;
      transact(() => {
        void records.remove(actionId);
        for (const query of known.queries) void rows.remove(query.actionId);
      });
    },
  };
};
