import type { Attempt, SentRun } from './run';
import { useRuns } from './use_runs';

export type LatestRun =
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'sent'; readonly run: SentRun };

/**
 * The newest run of this SQL for the open alert on each host, the alert's own first; what is on its way or was refused stands
 * before what was sent.
 * @param evidenceSql how a rule asks the same when it raises an alert
 */
export const useLatestRuns = (sql: string, evidenceSql = sql): readonly LatestRun[] => {
  const { attempts, sent, elsewhere } = useRuns();
  const latest = new Map<string, LatestRun>();
  const own = sent.find((known) => known.sql === sql || known.sql === evidenceSql);
  if (own !== undefined) latest.set(own.agentId, { kind: 'sent', run: own });
  for (const run of elsewhere) {
    if (run.sql === sql && !latest.has(run.agentId)) latest.set(run.agentId, { kind: 'sent', run });
  }
  // Newest first: the last one set is the newest.
  for (const attempt of [...attempts].reverse()) {
    if (attempt.sql === sql) latest.set(attempt.agentId, { kind: 'attempt', attempt });
  }
  return [...latest.values()];
};
