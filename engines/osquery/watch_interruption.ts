import type { QueryOutcome } from './query_outcome';

interface Interruption {
  /** Resolves when time is up or the signal fires, else never. */
  readonly outcome: Promise<QueryOutcome>;
  /** Stops waiting; call it when the query is done. */
  dispose(): void;
}

/** Watches for the two ends of a query that don't come from the query: its time limit and its caller. */
export const watchInterruption = (signal: AbortSignal, timeoutMs: number): Interruption => {
  const watch = new AbortController();
  const outcome = new Promise<QueryOutcome>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'timed_out', afterMs: timeoutMs }), timeoutMs);
    const cancel = (): void => resolve({ kind: 'cancelled' });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { signal: watch.signal });
    watch.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  return { outcome, dispose: () => watch.abort() };
};
