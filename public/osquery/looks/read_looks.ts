import type { LiveQueryResults } from '../../../common/osquery/live_query_api';
import type { Look } from '../../../common/osquery/looks/look';
import { RECENT_MS } from '../../../common/osquery/looks/new_listeners';
import { toResultTable } from '../../../common/osquery/result_table';
import type { LiveQueryClient } from '../live_query_client';
import type { HistoryRun } from '../known/run_history';

/** Of the day before, and as many from before it: a flood of alerts must not drive out what the host was like until then. */
const MOST_LOOKS_OF_PERIOD = 6;
/** More sockets than a server listens on. */
const MOST_ROWS_OF_LOOK = 2000;

/**
 * What a host answered to one query before a moment, in order of time: whoever asked it, with the reader's own rights.
 * Where there are many, some that lie evenly over the time are read.
 * @param beforeMs epoch milliseconds
 */
export const readLooks = async (
  client: Pick<LiveQueryClient, 'history' | 'results'>,
  { sql, agentId }: { readonly sql: string; readonly agentId: string },
  beforeMs: number,
  signal: AbortSignal | undefined
): Promise<readonly Look[]> => {
  const toIso = (ms: number): string => new Date(ms).toISOString();
  const findRuns = async (from: number, to: number): Promise<readonly HistoryRun[]> => {
    const host = { agentId, from: toIso(from), to: toIso(to) };
    const found = await client.history({ sql, host }, signal);
    return toSpread(found.filter((run) => run.sql === sql));
  };
  const readLook = async ({ id, queryId, startedAt }: HistoryRun): Promise<Look> => {
    const { data } = await client.results(id, queryId, MOST_ROWS_OF_LOOK, signal);
    return {
      at: startedAt,
      table: toResultTable(data.edges.filter((edge) => isOfAgent(edge, agentId))),
      isCut: data.total.count > data.edges.length,
    };
  };
  const dayBefore = beforeMs - RECENT_MS;
  const runs = await Promise.all([findRuns(0, dayBefore), findRuns(dayBefore + 1, beforeMs - 1)]);
  const looks = await Promise.all(runs.flat().map(readLook));
  // An agent that was away or failed showed nothing.
  return looks.filter(({ table }) => table.rows.length > 0).sort((a, b) => a.at - b.at);
};

const toSpread = (runs: readonly HistoryRun[]): readonly HistoryRun[] => {
  const step = (runs.length - 1) / (MOST_LOOKS_OF_PERIOD - 1);
  if (step <= 1) return runs;
  const places = Array.from({ length: MOST_LOOKS_OF_PERIOD }, (_, count) =>
    Math.round(count * step)
  );
  return runs.filter((_run, place) => places.includes(place));
};

/** A query that was sent to several agents has the rows of all. */
const isOfAgent = (
  { fields }: LiveQueryResults['data']['edges'][number],
  agentId: string
): boolean => {
  const named = [fields['elastic_agent.id'] ?? fields['agent.id'] ?? agentId].flat();
  return named.includes(agentId);
};
