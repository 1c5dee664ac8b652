import type { LiveQueryBody } from './live_query_request';
import { LOCAL_PLATFORM, LOCAL_POLICY, type LocalAgent } from './local_agent';

/** Agents a request names, each once. Ids are taken as they stand, known or not, as Kibana takes them. */
export const selectAgents = (request: LiveQueryBody, agent: LocalAgent): string[] => {
  const meansLocal =
    request.agent_all === true ||
    request.agent_platforms?.includes(LOCAL_PLATFORM) === true ||
    request.agent_policy_ids?.includes(LOCAL_POLICY) === true;
  return [...new Set([...(request.agent_ids ?? []), ...(meansLocal ? [agent.id] : [])])];
};
