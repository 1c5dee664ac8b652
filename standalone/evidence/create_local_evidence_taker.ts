import { isOtherHost } from '../../common/osquery/is_other_host';
import { toLiveQueryBody } from '../../server/evidence/to_live_query_body';
import type { EvidenceTaker } from '../../server/ports/evidence_taker';
import type { LiveQueries } from '../kibana/osquery/live_queries';
import type { LocalAgent } from '../kibana/osquery/local_agent';

/**
 * Asks this machine and the servers of a recording, where the events are their own: a replayed log of another machine may bear
 * this one's id.
 */
export const createLocalEvidenceTaker = (
  liveQueries: Pick<LiveQueries, 'create'>,
  agents: readonly LocalAgent[]
): EvidenceTaker => ({
  async take(request) {
    const { agentId, hostName } = request;
    const agent = agents.find(({ id }) => id === agentId);
    if (!agent || (hostName !== undefined && isOtherHost(hostName, agent.hostname))) return false;
    const outcome = await liveQueries.create(toLiveQueryBody(request), { kind: 'rule' });
    if (outcome.kind !== 'created') throw new Error(`Evidence was not taken: ${outcome.kind}`);
    return true;
  },
});
