import type { OsqueryActionService } from '@kbn/osquery-plugin/server';
import { toLiveQueryBody } from '../../evidence/to_live_query_body';
import { toSpaceArguments } from '../../kibana_version';
import type { EvidenceTaker } from '../../ports/evidence_taker';

/**
 * Asks through the Osquery plugin, which sends to the agent in nobody's name and with nobody's rights: who may switch
 * evidence on is checked where it is switched on. Where the licence does not allow it, the plugin notes that with the
 * queries instead of sending them.
 * @param service undefined where Kibana has no Osquery
 */
export const createOsqueryEvidenceTaker = (
  service: OsqueryActionService | undefined,
  kibanaVersion: string
): EvidenceTaker => ({
  async take(request) {
    if (service === undefined) return false;
    await service.create(
      toLiveQueryBody(request),
      ...toSpaceArguments(kibanaVersion, request.spaceId)
    );
    return true;
  },
});
