import type { FinishedRun } from './create_rule_runner';

/** Runs a rule as of a past moment or, without one, of now. */
export type RunRule = (ruleId: string, asOf?: Date) => Promise<FinishedRun>;

export interface RunQueue {
  /**
   * Asks for a run that begins after this call; while one is running, all who ask share the next.
   * @param from events older than usual have arrived, the oldest of this time: a run dated so goes first,
   * and the gap between it and now is what the run after it searches
   */
  request(ruleId: string, from?: Date): void;
  /** Resolves when nothing runs or waits. */
  settled(): Promise<void>;
  /** No run begins any more. */
  stop(): void;
}

interface Due {
  readonly from: Date | undefined;
}

/** One run at a time per rule. A run that raised alerts with a warning left some over, so it is followed by another at once. */
export const createRunQueue = (run: RunRule): RunQueue => {
  const due = new Map<string, Due>();
  const working = new Map<string, Promise<void>>();
  let isStopped = false;

  const work = async (ruleId: string): Promise<void> => {
    for (let next = due.get(ruleId); next && !isStopped; next = due.get(ruleId)) {
      due.delete(ruleId);
      if (next.from) await run(ruleId, next.from);
      for (let isLeftOver = true; isLeftOver && !isStopped;) {
        const { outcome, alertCount } = await run(ruleId);
        isLeftOver = outcome === 'warning' && alertCount > 0;
      }
    }
  };

  return {
    request(ruleId, from) {
      due.set(ruleId, { from: findEarlier(due.get(ruleId)?.from, from) });
      if (!working.has(ruleId)) {
        working.set(
          ruleId,
          work(ruleId).finally(() => working.delete(ruleId))
        );
      }
    },
    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },
    stop() {
      isStopped = true;
      due.clear();
    },
  };
};

const findEarlier = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a && b ? (a < b ? a : b) : (a ?? b);
