import type { SentRun } from '../run';

/** What was taken when the alert was raised tells most of it; else the newest run. */
export const toRunOfEachQuery = (sent: readonly SentRun[]): readonly SentRun[] => {
  const runs = new Map<string, SentRun>();
  for (const run of sent) {
    const known = runs.get(run.sql);
    if (known === undefined || (run.isEvidence === true && known.isEvidence !== true))
      runs.set(run.sql, run);
  }
  return [...runs.values()];
};
