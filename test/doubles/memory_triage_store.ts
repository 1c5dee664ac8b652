import { NO_TRIAGE } from '../../common/triage/triage';
import { toNames } from '../../server/triage/to_names';
import type { StoredTriage, TriageStore } from '../../server/ports/triage_store';

/** Keeps triage in memory; answers come late, so that several changes at once meet. */
export const createMemoryTriageStore = (): TriageStore => {
  const stored = new Map<string, StoredTriage>();
  const later = () => new Promise((resolve) => setTimeout(resolve, 1));
  return {
    async get(alertId) {
      await later();
      return stored.get(alertId) ?? { triage: NO_TRIAGE, version: undefined };
    },
    async save(alertId, { triage, version }) {
      await later();
      if (stored.get(alertId)?.version !== version) return false;
      stored.set(alertId, { triage, version: String(Number(version ?? 0) + 1) });
      return true;
    },
    async findAssignees(rowIds) {
      await later();
      return new Map(
        rowIds.flatMap((rowId) => {
          const assignee = stored.get(rowId)?.triage.assignee;
          return assignee === undefined ? [] : [[rowId, assignee] as const];
        })
      );
    },
    async findAssignedRows(assignees) {
      await later();
      return [...stored].flatMap(([rowId, { triage }]) =>
        triage.assignee !== undefined && assignees.includes(triage.assignee) ? [rowId] : []
      );
    },
    async listNames() {
      await later();
      return toNames([...stored.values()].map(({ triage }) => triage));
    },
  };
};
