import { MOST_ASSIGNED_ROWS } from '../../common/api/find_alerts';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageStore } from '../../server/ports/triage_store';
import { toNames } from '../../server/triage/to_names';
import type { StoreDatabase } from './open_database';

interface VersionedTriage {
  readonly triage: Triage;
  readonly version: number;
}

export const createTriageRecords = ({
  root,
  transact,
  findRecord,
  listRecords,
}: StoreDatabase): TriageStore => {
  const records = root.openDB<VersionedTriage, string>({ name: 'triage', encoding: 'json' });
  return {
    async get(rowId) {
      const found = findRecord(records, rowId);
      return found
        ? { triage: found.triage, version: String(found.version) }
        : { triage: NO_TRIAGE, version: undefined };
    },
    save: async (rowId, { triage, version }) =>
      transact(() => {
        const current = findRecord(records, rowId)?.version;
        if ((current === undefined ? undefined : String(current)) !== version) return false;
        void records.put(rowId, { triage, version: (current ?? 0) + 1 });
        return true;
      }),
    async findAssignees(rowIds) {
      return new Map(
        rowIds.flatMap((rowId) => {
          const assignee = findRecord(records, rowId)?.triage.assignee;
          return assignee === undefined ? [] : [[rowId, assignee] as const];
        })
      );
    },
    async findAssignedRows(assignees) {
      const rowIds: string[] = [];
      for (const rowId of records.getKeys()) {
        if (rowIds.length >= MOST_ASSIGNED_ROWS) break;
        const assignee = findRecord(records, rowId)?.triage.assignee;
        if (assignee !== undefined && assignees.includes(assignee)) rowIds.push(rowId);
      }
      return rowIds;
    },
    listNames: async () => toNames(listRecords(records).map(({ triage }) => triage)),
  };
};
