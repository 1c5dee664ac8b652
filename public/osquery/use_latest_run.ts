import type { Attempt, SentRun } from './run';
import { useRuns } from './use_runs';

export type LatestRun =
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'sent'; readonly run: SentRun };

/**
 * The newest run of this SQL for the open alert; what is on its way or was refused stands before what was sent.
 * @param evidenceSql how a rule asks the same when it raises an alert
 */
export const useLatestRun = (sql: string, evidenceSql = sql): LatestRun | undefined => {
  const { attempts, sent } = useRuns();
  const attempt = attempts.find((known) => known.sql === sql);
  if (attempt !== undefined) return { kind: 'attempt', attempt };
  const run = sent.find((known) => known.sql === sql || known.sql === evidenceSql);
  return run === undefined ? undefined : { kind: 'sent', run };
};
