import { isListenerTable } from '../../../common/osquery/looks/new_listeners';
import type { Look } from '../../../common/osquery/looks/look';
import type { ResultTable } from '../../../common/osquery/result_table';
import type { LiveQueryClient } from '../live_query_client';
import type { SentRun } from '../run';
import { readLooks } from './read_looks';

/** Longer SQL fits no filter of Kibana's list. */
const LONGEST_SQL = 1500;

/**
 * How what a host showed before an alert is read, once for all who compare a run's rows with it; not at all where they are no
 * listening ports.
 * @param eventMs the alert's moment
 */
export const toLooksQuery = (
  client: LiveQueryClient,
  run: SentRun,
  table: ResultTable,
  eventMs: number
) => {
  const before = Math.min(eventMs, run.startedAt);
  return {
    queryKey: ['looks', run.sql, run.agentId, before],
    queryFn: ({ signal }: { signal?: AbortSignal }): Promise<readonly Look[]> =>
      readLooks(client, run, before, signal),
    enabled: isListenerTable(table) && run.sql.length <= LONGEST_SQL,
    retry: false,
    staleTime: Infinity,
  };
};
