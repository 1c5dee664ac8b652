import { MOST_RESULT_ROWS, type LiveQueryResponses } from '../../common/osquery/live_query_api';
import type { RunFacts } from '../../common/osquery/run_state';
import type { LiveQueryClient } from './live_query_client';
import type { SentRun } from './run';

/** Rows fetched while more are coming: enough to look at, cheap enough to fetch every second. */
const ROWS_WHILE_RUNNING = 500;

export type ReadFacts = Pick<RunFacts, 'details' | 'results' | 'responses'>;

/**
 * Asks once how a run stands. Rows are asked for even while no agent has answered: they are stored apart from the
 * answers and may be there first. All of them are fetched only when the agent is done.
 */
export const readRun = async (
  client: LiveQueryClient,
  run: SentRun,
  signal: AbortSignal | undefined
): Promise<ReadFacts> => {
  const details = await client.details(run.id, signal);
  const query = details.data.queries.find(({ action_id }) => action_id === run.queryId);
  const isDone =
    details.data.status === 'completed' || (query !== undefined && query.pending === 0);
  const rows = isDone ? MOST_RESULT_ROWS : ROWS_WHILE_RUNNING;
  const [results, responses] = await Promise.all([
    client.results(run.id, run.queryId, rows, signal),
    isDone ? findRunResponses(client, run, query?.failed ?? 0, signal) : undefined,
  ]);
  return {
    details: {
      data: { ...details.data, queries: query === undefined ? details.data.queries : [query] },
    },
    results,
    responses,
  };
};

/** Of a run that failed they have Osquery's words; of another only how long it took, which is not worth an error. */
const findRunResponses = async (
  client: LiveQueryClient,
  run: SentRun,
  failed: number,
  signal: AbortSignal | undefined
): Promise<LiveQueryResponses | undefined> => {
  try {
    return await client.responses(run.queryId, signal);
  } catch (cause) {
    if (failed > 0 || signal?.aborted === true) throw cause;
    return undefined;
  }
};
