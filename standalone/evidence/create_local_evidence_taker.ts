import { isOtherHost } from '../../common/osquery/is_other_host';
import { toLiveQueryBody } from '../../server/evidence/to_live_query_body';
import type { EvidenceTaker } from '../../server/ports/evidence_taker';
import type { LiveQueries } from '../kibana/osquery/live_queries';
import type { LocalAgent } from '../kibana/osquery/local_agent';

/** Asks this machine, where the events are its own: a replayed log of another machine may bear its agent's id. */
export const createLocalEvidenceTaker = (
  liveQueries: Pick<LiveQueries, 'create'>,
  agent: LocalAgent
): EvidenceTaker => ({
  async take(request) {
    const { agentId, hostName } = request;
    const isElsewhere = hostName !== undefined && isOtherHost(hostName, agent.hostname);
    if (agentId !== agent.id || isElsewhere) return false;
    const outcome = await liveQueries.create(toLiveQueryBody(request), { kind: 'rule' });
    if (outcome.kind !== 'created') throw new Error(`Evidence was not taken: ${outcome.kind}`);
    return true;
  },
});
