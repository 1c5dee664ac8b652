import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageStore } from '../../server/ports/triage_store';
import type { StoreDatabase } from './open_database';

interface VersionedTriage {
  readonly triage: Triage;
  readonly version: number;
}

export const createTriageRecords = ({ root, transact, findRecord }: StoreDatabase): TriageStore => {
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
  };
};
