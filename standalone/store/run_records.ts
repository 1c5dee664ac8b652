import { NO_RUNS, type RunHistory } from '../../common/run/run_history';
import type { RunStore } from '../../server/ports/run_store';
import type { StoreDatabase } from './open_database';

export const createRunRecords = ({ root, transact, findRecord }: StoreDatabase): RunStore => {
  const records = root.openDB<RunHistory, string>({ name: 'run_history', encoding: 'json' });
  return {
    get: async (ruleUuid) => findRecord(records, ruleUuid) ?? NO_RUNS,
    change: async (ruleUuid, change) =>
      transact(() => {
        const changed = change(findRecord(records, ruleUuid) ?? NO_RUNS);
        void records.put(ruleUuid, changed);
        return changed;
      }),
  };
};
