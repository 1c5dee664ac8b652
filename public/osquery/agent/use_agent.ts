import { useQuery } from '@tanstack/react-query';
import type { FleetAgent } from '../../../common/osquery/live_query_api';
import { toApiError } from '../../api/api_error';
import { useLiveQueryClient } from '../use_live_query_client';

/** An agent goes offline for Fleet after minutes, so asking more often tells nothing new. */
const ASK_AGAIN_MS = 30_000;

export interface AgentReading {
  readonly agent: FleetAgent | undefined;
  /** Fleet was asked and does not know this id. */
  readonly isUnknown: boolean;
}

/** What Fleet knows of an agent. A reader without the right to ask is told nothing, which is no reason not to run. */
export const useAgent = (id: string | undefined): AgentReading => {
  const client = useLiveQueryClient();
  const { data, error } = useQuery({
    queryKey: ['agent', id],
    queryFn: ({ signal }) => client.agent(id ?? '', signal),
    enabled: id !== undefined && id !== '',
    staleTime: ASK_AGAIN_MS,
    refetchInterval: ASK_AGAIN_MS,
  });
  return {
    agent: data,
    isUnknown: error !== null && error !== undefined && toApiError(error).status === 404,
  };
};
