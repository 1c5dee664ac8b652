import type { PendingPeriod, RunHistory, RunRecord } from './run_history';

/** At the usual interval, half a day with something to tell in every run. */
export const MOST_RUNS = 150;
const MOST_MESSAGES = 10;
const LONGEST_MESSAGE = 1000;

interface FinishedRun {
  readonly record: RunRecord;
  /** Ids of exceptions, one for each alert that was hidden. */
  readonly hiddenBy: readonly string[];
  /** What it has taken up: searched, or in the rule's state for the next runs. */
  readonly taken: readonly PendingPeriod[];
  /** Ids of the rule's exceptions: the counts of others are forgotten. */
  readonly exceptionIds: readonly string[];
}

/** The history after a run. Runs one after the other that have nothing to tell are one record, so that it reaches back. */
export const addRun = (
  { runs, hidden, pending }: RunHistory,
  { record, hiddenBy, taken, exceptionIds }: FinishedRun
): RunHistory => {
  const counted = new Map(Object.entries(hidden).filter(([id]) => exceptionIds.includes(id)));
  for (const id of hiddenBy) {
    counted.set(id, { count: (counted.get(id)?.count ?? 0) + 1, lastAt: record.startedAt });
  }
  const isTaken = (one: PendingPeriod): boolean =>
    taken.some(({ from, to, at }) => one.from === from && one.to === to && one.at === at);
  return {
    runs: putFirst(toBounded(record), runs).slice(0, MOST_RUNS),
    hidden: Object.fromEntries(counted),
    pending: pending.filter((one) => !isTaken(one)),
  };
};

const putFirst = (record: RunRecord, runs: readonly RunRecord[]): RunRecord[] => {
  const [last, ...older] = runs;
  if (!last || !isUneventful(last) || !isUneventful(record)) return [record, ...runs];
  const joined = last.searched && record.searched && { ...record.searched };
  const from = last.searched?.from ?? '';
  return [
    {
      ...record,
      ...(joined && { searched: { ...joined, from: from < joined.from ? from : joined.from } }),
      runs: last.runs + record.runs,
    },
    ...older,
  ];
};

const isUneventful = ({ outcome, gap, ...counts }: RunRecord): boolean =>
  outcome === 'succeeded' &&
  gap === undefined &&
  counts.left.length === 0 &&
  [counts.newAlerts, counts.hidden, counts.matches].every((count) => count === 0);

const toBounded = (record: RunRecord): RunRecord => ({
  ...record,
  messages: record.messages
    .slice(0, MOST_MESSAGES)
    .map((message) => message.slice(0, LONGEST_MESSAGE)),
});
