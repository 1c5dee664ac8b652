/** Local Osquery by the `osqueryi` program, one process for each query, with the limits of the SQLite engine. */
import {
  DEFAULT_MAX_ROWS,
  DEFAULT_TIMEOUT_MS,
  type LocalOsquery,
  type QueryOptions,
} from './local_osquery';
import { createTurns } from './create_turns';
import { endWithSignal } from './end_with_signal';
import { parseOsqueryiOutput } from './osqueryi/parse_osqueryi_output';
import { runOsqueryi } from './osqueryi/run_osqueryi';
import type { QueryOutcome } from './query_outcome';
import { findSqlRefusal, skipComments } from './sql/find_sql_refusal';
import { ALL_TABLES } from './tables/all_tables';
import { watchInterruption } from './watch_interruption';

/** Each process may take half a gigabyte. */
const MOST_PROCESSES = 2;

/** @param program absolute path of `osqueryi` */
export const createOsqueryiOsquery = (program: string): LocalOsquery => {
  const closing = new AbortController();
  const running = new Set<Promise<QueryOutcome>>();
  const takeTurn = createTurns(MOST_PROCESSES);

  const runNow = async (sql: string, options: QueryOptions): Promise<QueryOutcome> => {
    const refusal = findSqlRefusal(sql);
    if (refusal !== undefined) return { kind: 'failed', message: refusal };
    const { maxRows = DEFAULT_MAX_ROWS, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const signals = options.signal ? [options.signal, closing.signal] : [closing.signal];
    const signal = AbortSignal.any(signals);
    if (signal.aborted) return { kind: 'cancelled' };
    const interruption = watchInterruption(signal, timeoutMs);
    const kill = new AbortController();
    const start = performance.now();
    const process = runOsqueryi(program, skipComments(sql), kill.signal).then(
      async (end): Promise<QueryOutcome> => {
        if (end.kind === 'stopped') return { kind: 'cancelled' };
        return end.kind === 'failed'
          ? end
          : parseOsqueryiOutput(end, maxRows, performance.now() - start);
      }
    );
    const outcome = await Promise.race([process, interruption.outcome]);
    interruption.dispose();
    kill.abort();
    return outcome;
  };

  return {
    engine: 'osqueryi',
    run: (sql, options = {}) => {
      const run = takeTurn(() => runNow(sql, options));
      running.add(run);
      void run.finally(() => running.delete(run));
      return endWithSignal(run, options.signal);
    },
    tables: () => ALL_TABLES,
    close: async () => {
      closing.abort();
      await Promise.all(running);
    },
  };
};
