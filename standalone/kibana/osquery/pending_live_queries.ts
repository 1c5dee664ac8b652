/** The requests that wait or run on this machine. */
export interface PendingLiveQueries {
  /** Queries of all requests together that have no answer yet. */
  countQueries(): number;
  /**
   * Runs the queries of a request one after the other, so that requests take turns: each has one query in the queue
   * of Osquery at a time.
   * @param run runs one; the signal fires where the request is cancelled
   */
  run<Query>(
    actionId: string,
    queries: readonly Query[],
    run: (query: Query, signal: AbortSignal) => Promise<void>
  ): Promise<void>;
  /** Resolves when nothing of the request runs any more; at once if nothing does. */
  cancel(actionId: string): Promise<void>;
  /** No query begins any more. */
  stop(): void;
  settled(): Promise<void>;
}

interface Pending {
  readonly cancel: AbortController;
  readonly done: Promise<void>;
  left: number;
}

export const createPendingLiveQueries = (): PendingLiveQueries => {
  const pending = new Map<string, Pending>();
  let isStopped = false;
  return {
    countQueries: () => [...pending.values()].reduce((sum, { left }) => sum + left, 0),
    run(actionId, queries, run) {
      const cancel = new AbortController();
      const work = async (): Promise<void> => {
        // What runs must be listed before it can end.
        await Promise.resolve();
        try {
          for (const query of queries) {
            if (isStopped) return;
            await run(query, cancel.signal);
            entry.left -= 1;
          }
        } finally {
          pending.delete(actionId);
        }
      };
      const entry: Pending = { cancel, left: queries.length, done: work() };
      pending.set(actionId, entry);
      return entry.done;
    },
    async cancel(actionId) {
      const entry = pending.get(actionId);
      entry?.cancel.abort();
      await entry?.done.catch(() => undefined);
    },
    stop() {
      isStopped = true;
    },
    async settled() {
      await Promise.allSettled([...pending.values()].map(({ done }) => done));
    },
  };
};
