/**
 * Local Osquery on SQLite. One warm thread runs the queries in the order they come; a query that is timed
 * out or cancelled takes its thread along, and a new one is started at once.
 */
import {
  COUNTING_SHARE,
  DEFAULT_MAX_ROWS,
  DEFAULT_TIMEOUT_MS,
  MAX_RESULT_CHARACTERS,
  type LocalOsquery,
  type QueryOptions,
} from './local_osquery';
import type { QueryOutcome } from './query_outcome';
import { endWithSignal } from './end_with_signal';
import { createQueryThread } from './query_thread';
import { watchInterruption } from './watch_interruption';
import { ALL_TABLES } from './tables/all_tables';
import type { WorkerStart } from './worker_message';

export const createSqliteOsquery = (start: WorkerStart): LocalOsquery => {
  const closing = new AbortController();
  let thread = createQueryThread(start);
  let queue: Promise<unknown> = Promise.resolve();

  const replaceThread = (): void => {
    // Not awaited: a thread stuck in a system call ends when that returns.
    void thread.end();
    if (!closing.signal.aborted) thread = createQueryThread(start);
  };

  const runNow = async (sql: string, options: QueryOptions): Promise<QueryOutcome> => {
    const signals = options.signal ? [options.signal, closing.signal] : [closing.signal];
    const signal = AbortSignal.any(signals);
    if (signal.aborted) return { kind: 'cancelled' };
    if (!thread.isAlive) replaceThread();
    try {
      await thread.ready;
    } catch (error) {
      return { kind: 'failed', message: `The query thread can't start: ${String(error)}` };
    }
    const { maxRows = DEFAULT_MAX_ROWS, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const countUntilMs = timeoutMs * COUNTING_SHARE;
    const limits = { maxRows, maxCharacters: MAX_RESULT_CHARACTERS, countUntilMs };
    const interruption = watchInterruption(signal, timeoutMs);
    const outcome = await Promise.race([thread.run({ sql, limits }), interruption.outcome]);
    interruption.dispose();
    if (outcome.kind === 'timed_out' || outcome.kind === 'cancelled') replaceThread();
    return outcome;
  };

  return {
    engine: 'sqlite',
    run: (sql, options = {}) => {
      const outcome = queue.then(() => runNow(sql, options));
      queue = outcome;
      return endWithSignal(outcome, options.signal);
    },
    tables: () => ALL_TABLES,
    close: async () => {
      closing.abort();
      await queue;
      await thread.end();
    },
  };
};
