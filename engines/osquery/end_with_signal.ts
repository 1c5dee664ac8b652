import type { QueryOutcome } from './query_outcome';

/** The outcome, or `cancelled` as soon as the signal fires: who waits in a queue need not wait for the turn. */
export const endWithSignal = (
  outcome: Promise<QueryOutcome>,
  signal: AbortSignal | undefined
): Promise<QueryOutcome> =>
  signal === undefined
    ? outcome
    : new Promise((resolve) => {
        const cancel = (): void => resolve({ kind: 'cancelled' });
        if (signal.aborted) cancel();
        signal.addEventListener('abort', cancel);
        void outcome.then((done) => {
          signal.removeEventListener('abort', cancel);
          resolve(done);
        });
      });
