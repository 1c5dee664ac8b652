import { useQuery } from '@tanstack/react-query';
import { isFinal, toRunState, type RunState } from '../../common/osquery/run_state';
import { toRunTime } from '../../common/osquery/to_run_time';
import { toApiError } from '../api/api_error';
import { useHost } from '../app/host';
import { toPollDelay } from './poll_delay';
import { readRun, type ReadFacts } from './read_run';
import type { SentRun } from './run';
import { useAgent } from './agent/use_agent';
import { useLiveQueryClient } from './use_live_query_client';

/** How often a run is asked about in vain before it is given up: Kibana may know a run a moment late. */
const MOST_FAILURES = 4;
const REFUSED = [401, 403];

export interface RunReading {
  readonly state: RunState;
  /** Milliseconds the agent took; undefined until it is known. */
  readonly tookMs: number | undefined;
  /** Asks again after the connection was given up. */
  readonly readAgain: () => void;
}

/** How a run stands, asked again until nothing more is to be expected of it. */
export const useRunState = (run: SentRun): RunReading => {
  const { now } = useHost();
  const client = useLiveQueryClient();
  const { agent } = useAgent(run.agentId);
  const toState = (facts: ReadFacts | undefined, error?: unknown): RunState =>
    toRunState({
      ...facts,
      agent,
      startedAt: run.startedAt,
      now: now().getTime(),
      httpError: error === undefined || error === null ? undefined : toApiError(error),
    });
  const { data, error, refetch } = useQuery({
    queryKey: ['run', run.queryId],
    queryFn: ({ signal }) => readRun(client, run, signal),
    retry: (failures, cause) =>
      failures < MOST_FAILURES && !REFUSED.includes(toApiError(cause).status ?? 0),
    retryDelay: toPollDelay,
    refetchInterval: (known, { state }) =>
      state.status === 'error' || isFinal(toState(known))
        ? false
        : toPollDelay(state.dataUpdateCount),
    // An unchanged answer must be drawn too: the run may have expired meanwhile.
    notifyOnChangeProps: 'all',
    staleTime: Infinity,
    cacheTime: Infinity,
  });
  return {
    state: toState(data, error),
    tookMs: toRunTime(data?.responses),
    readAgain: () => void refetch(),
  };
};
