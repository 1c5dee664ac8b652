export interface FinishedRun {
  readonly outcome: 'succeeded' | 'warning' | 'failed';
  readonly alertCount: number;
}

/** Runs a rule as of a past moment or, without one, of now. */
export type RunRule = (ruleId: string, asOf?: Date) => Promise<FinishedRun>;

export interface RunQueue {
  /**
   * Asks for a run that begins after this call; while one is running, all who ask share the next.
   * @param from events older than usual have arrived, the oldest of this time: a run dated so goes first,
   * and the gap between it and now is what the run after it searches
   * @returns whether these runs ended well
   */
  request(ruleId: string, from?: Date): Promise<boolean>;
  /** Resolves when nothing runs or waits. */
  settled(): Promise<void>;
  /** No run begins any more. */
  stop(): void;
}

interface Due {
  readonly from: Date | undefined;
  readonly tell: readonly ((endedWell: boolean) => void)[];
}

/** One run at a time per rule. A run that raised alerts with a warning left some over, so it is followed by another at once. */
export const createRunQueue = (run: RunRule): RunQueue => {
  const due = new Map<string, Due>();
  const working = new Map<string, Promise<void>>();
  let isStopped = false;

  const runUntilNoneIsLeft = async (ruleId: string, from: Date | undefined): Promise<boolean> => {
    if (isStopped) return false;
    if (from && (await run(ruleId, from)).outcome === 'failed') return false;
    for (;;) {
      if (isStopped) return false;
      const { outcome, alertCount } = await run(ruleId);
      if (outcome === 'failed') return false;
      if (outcome !== 'warning' || alertCount === 0) return true;
    }
  };

  const work = async (ruleId: string): Promise<void> => {
    for (let next = due.get(ruleId); next; next = due.get(ruleId)) {
      due.delete(ruleId);
      const endedWell = await runUntilNoneIsLeft(ruleId, next.from);
      for (const tell of next.tell) tell(endedWell);
    }
  };

  return {
    request(ruleId, from) {
      return new Promise((resolve) => {
        const known = due.get(ruleId);
        due.set(ruleId, {
          from: findEarlier(known?.from, from),
          tell: [...(known?.tell ?? []), resolve],
        });
        if (!working.has(ruleId)) {
          working.set(
            ruleId,
            work(ruleId).finally(() => working.delete(ruleId))
          );
        }
      });
    },
    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },
    stop() {
      isStopped = true;
    },
  };
};

const findEarlier = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a && b ? (a < b ? a : b) : (a ?? b);
