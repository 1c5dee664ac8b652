import type { EventMakerOptions } from '../../../engines/audit_log';
import type { LocalAgent } from '../../kibana/osquery/local_agent';

/** The data stream Elastic Defend keeps its process events in. */
export const PROCESS_EVENTS_INDEX = 'logs-endpoint.events.process-default';

/** Events of this machine's log carry its agent id, so that queries about them reach this machine. */
export const toReaderOptions = (agent: LocalAgent): EventMakerOptions => ({
  index: PROCESS_EVENTS_INDEX,
  hostId: agent.id,
  hostName: agent.hostname,
  agentId: agent.id,
});
