import type { ElasticsearchClient } from '@kbn/core/server';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { NewAlert } from '../../common/alert/to_alert';
import { DomainError } from '../../common/errors/domain_error';
import { ALERTS_INDEX } from './alerts_index';
import { toElasticReason } from './to_elastic_reason';

/** Whole alerts, events and all: so many are a few megabytes. */
const AT_ONCE = 200;

/**
 * Writes what stored alerts have become over what they were. Alerting can't: of alerts that never recover it remembers none, so
 * whatever is reported is a further document to it, and news for its actions.
 * @returns how many Elasticsearch did not write, such as those in an index that is closed to changes
 * @throws DomainError `alert_store_unavailable`
 */
export const growStoredAlerts = async (
  client: ElasticsearchClient,
  ruleUuid: string,
  alerts: readonly NewAlert[]
): Promise<number> => {
  let refused = 0;
  const grown = alerts.filter(({ payload }) => Object.keys(payload).length > 0);
  for (let start = 0; start < grown.length; start += AT_ONCE) {
    const payloads = new Map(
      grown.slice(start, start + AT_ONCE).map(({ instanceId, payload }) => [instanceId, payload])
    );
    try {
      const { hits } = await client.search({
        index: ALERTS_INDEX,
        ignore_unavailable: true,
        allow_no_indices: true,
        size: payloads.size,
        _source: [ALERT_FIELD.instanceId],
        query: {
          bool: {
            filter: [
              { term: { [ALERT_FIELD.ruleUuid]: ruleUuid } },
              { terms: { [ALERT_FIELD.instanceId]: [...payloads.keys()] } },
            ],
          },
        },
      });
      const operations = hits.hits.flatMap(({ _index, _id, _source }) => [
        { update: { _index, _id, retry_on_conflict: 3 } },
        { doc: payloads.get(String(_source?.[ALERT_FIELD.instanceId])) ?? {} },
      ]);
      if (operations.length === 0) continue;
      const { items } = await client.bulk({ operations });
      refused += items.filter(({ update }) => update?.error !== undefined).length;
    } catch (error) {
      const reason = toElasticReason(error);
      throw new DomainError('alert_store_unavailable', { reason }, { cause: error });
    }
  }
  return refused;
};
