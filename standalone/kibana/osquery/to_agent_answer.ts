import { LOCAL_PLATFORM, LOCAL_POLICY, type LocalAgent } from './local_agent';

/** What Fleet would say of this machine. It answers, so it is online. */
export const toAgentAnswer = (
  agent: LocalAgent,
  nowMs: number
): Readonly<Record<string, unknown>> => ({
  id: agent.id,
  type: 'PERMANENT',
  active: true,
  status: 'online',
  last_checkin: new Date(nowMs).toISOString(),
  policy_id: LOCAL_POLICY,
  agent: { id: agent.id, version: agent.version },
  local_metadata: {
    elastic: { agent: { id: agent.id, version: agent.version } },
    host: { hostname: agent.hostname, name: agent.hostname },
    os: { platform: LOCAL_PLATFORM },
  },
});
