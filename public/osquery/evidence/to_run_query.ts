import { readRun, type ReadFacts } from '../read_run';
import type { LiveQueryClient } from '../live_query_client';
import type { SentRun } from '../run';

/** How a run is read once, beside whoever follows it to its end: both share what is known of it. */
export const toRunQuery = (client: LiveQueryClient, run: SentRun) => ({
  queryKey: ['run', run.queryId],
  queryFn: ({ signal }: { signal?: AbortSignal }): Promise<ReadFacts> =>
    readRun(client, run, signal),
  retry: false,
  staleTime: Infinity,
  cacheTime: Infinity,
});
