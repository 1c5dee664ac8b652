import type { SentRun } from '../run';
import type { HistoryRun } from './run_history';

/**
 * One list of an alert's runs, newest first: what this browser started, what Kibana remembers of anybody, and evidence of the
 * same host and moment that was taken for another alert and answers a query of this one.
 * @param labels the names of the alert's queries by SQL, for runs this browser did not start
 */
export const mergeRuns = (
  remembered: readonly SentRun[],
  history: readonly HistoryRun[],
  alertId: string,
  labels: ReadonlyMap<string, string>
): readonly SentRun[] => {
  const known = new Set(remembered.map(({ queryId }) => queryId));
  const others = history
    .filter(({ queryId }) => !known.has(queryId))
    .filter(
      ({ alertIds, isEvidence, sql }) =>
        alertIds.includes(alertId) || (isEvidence && labels.has(sql))
    )
    .map((run) => ({ ...run, alertId, label: labels.get(run.sql) ?? run.label }));
  return [...remembered, ...others].sort((one, other) => other.startedAt - one.startedAt);
};
