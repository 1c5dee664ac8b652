import type { AlertsClient } from '@kbn/rule-registry-plugin/server';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import type { MemoryElasticsearch } from './create_memory_elasticsearch';

/** Kibana's alert client without its privileges and spaces. */
export const createMemoryAlertsClient = (elasticsearch: MemoryElasticsearch): AlertsClient => ({
  find: (params) => elasticsearch.client.search(params),
  async bulkUpdate({ index, ids, status }) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    return {
      items: ids.map((_id) => {
        const found = elasticsearch.find(index, _id);
        if (!found) return { update: { _id, error: { type: 'document_missing_exception' } } };
        const _source = { ...found._source, [ALERT_FIELD.status]: status };
        elasticsearch.put([{ ...found, _source }]);
        return { update: { _id } };
      }),
    };
  },
});
