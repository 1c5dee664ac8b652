import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@kbn/core/server';
import type { Arrival } from '../store/event_records';

/** Arrivals that come this close together are searched by one run. */
const PAUSE_MS = 100;
const RETRY_MS = 5000;

interface ArrivalSearchOptions {
  /** Runs the rules over events since a moment. @returns whether the runs ended well */
  search(oldest: Date): Promise<boolean>;
  /** Forgets arrivals whose alerts are stored. */
  remove(ids: readonly string[]): Promise<void>;
  readonly logger: Logger;
}

export interface ArrivalSearch {
  add(arrivals: readonly Arrival[]): void;
  /** Resolves when every arrival has been searched. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Has rules run when events they want have arrived: at once for the first, then at most every 100 ms. An arrival is
 * forgotten only after a run that ended well, so neither a failed run nor a kill leaves its events unsearched.
 */
export const createArrivalSearch = ({
  search,
  remove,
  logger,
}: ArrivalSearchOptions): ArrivalSearch => {
  const waiting = new Map<string, number>();
  const stopping = new AbortController();
  let working: Promise<void> | undefined;

  const pause = (ms: number): Promise<void> =>
    delay(ms, undefined, { signal: stopping.signal }).catch(() => undefined);

  const searchWaiting = async (): Promise<boolean> => {
    const taken = [...waiting];
    const oldest = taken.reduce((earliest, [, time]) => Math.min(earliest, time), Infinity);
    if (!(await search(new Date(oldest)))) return false;
    await remove(taken.map(([id]) => id));
    for (const [id] of taken) waiting.delete(id);
    return true;
  };

  const work = async (): Promise<void> => {
    while (waiting.size > 0 && !stopping.signal.aborted) {
      const isDone = await searchWaiting().catch((error: unknown) => {
        logger.error(String(error));
        return false;
      });
      await pause(isDone ? PAUSE_MS : RETRY_MS);
    }
    working = undefined;
  };

  return {
    add(arrivals) {
      for (const { id, oldest } of arrivals) waiting.set(id, oldest);
      if (waiting.size > 0) working ??= Promise.resolve().then(work);
    },
    async settled() {
      while (working) await working;
    },
    async stop() {
      stopping.abort();
      await working;
    },
  };
};
