import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { FleetAgents } from '../../../common/osquery/live_query_api';
import { useLiveQueryClient } from '../use_live_query_client';

/** As often as Fleet counts an agent online or not. */
const FRESH_MS = 30_000;

/** Agents that queries can be sent to. */
export const useAgents = (isWanted: boolean): UseQueryResult<FleetAgents> => {
  const client = useLiveQueryClient();
  return useQuery({
    queryKey: ['agents'],
    queryFn: ({ signal }) => client.agents(signal),
    enabled: isWanted,
    staleTime: FRESH_MS,
    retry: false,
  });
};
