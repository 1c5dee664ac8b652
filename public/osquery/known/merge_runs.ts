import type { SentRun } from '../run';
import type { HistoryRun } from './run_history';

/**
 * One list of an alert's runs, newest first: what this browser started and what Kibana remembers of anybody.
 * @param labels the guide's name by SQL, for runs this browser did not start
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
    .map((run) => ({ ...run, alertId, label: labels.get(run.sql) ?? run.label }));
  return [...remembered, ...others].sort((one, other) => other.startedAt - one.startedAt);
};
