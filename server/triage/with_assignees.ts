import type { AlertFilter } from '../../common/api/find_alerts';
import type { AlertStore } from '../ports/alert_store';
import type { TriageStore } from '../ports/triage_store';

/** Alerts with whose work each is, which is kept beside them. */
export const withAssignees = (store: AlertStore, triages: TriageStore): AlertStore => {
  const toAsked = async <T extends AlertFilter>(filter: T): Promise<T> => {
    const { assignees } = filter;
    if (assignees.length === 0) return filter;
    return { ...filter, assignees: [], rowIds: await triages.findAssignedRows(assignees) };
  };
  return {
    ...store,
    async find(query) {
      const page = await store.find(await toAsked(query));
      const assignees = await triages.findAssignees(page.alerts.map(({ rowId }) => rowId));
      return {
        ...page,
        alerts: page.alerts.map((alert) => {
          const assignee = assignees.get(alert.rowId);
          return assignee === undefined ? alert : { ...alert, assignee };
        }),
      };
    },
    summarize: async (filter) => store.summarize(await toAsked(filter)),
    group: async (filter, by) => store.group(await toAsked(filter), by),
    count: async (filters) => store.count(await Promise.all(filters.map(toAsked))),
  };
};
