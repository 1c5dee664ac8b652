import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '@kbn/core/server';
import type { AlertsClient } from '@kbn/rule-registry-plugin/server';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { ALERTS_INDEX } from '../../server/elastic/alerts_index';
import { createEsEventReader } from '../../server/elastic/es_event_reader';
import { foldStoredRows } from '../../server/elastic/fold_stored_rows';
import { createRacAlertStore } from '../../server/elastic/rac_alert_store';
import { alertStoreContract } from './alert_store.contract';
import { describeInElasticsearch } from './elasticsearch';
import { eventReaderContract } from './event_reader.contract';

const EVENT_MAPPINGS: estypes.MappingTypeMapping = {
  properties: {
    '@timestamp': { type: 'date' },
    event: {
      properties: {
        category: { type: 'keyword' },
        type: { type: 'keyword' },
        ingested: { type: 'date' },
      },
    },
    process: { properties: { name: { type: 'keyword' }, args: { type: 'keyword' } } },
  },
};
const EVENT_INDICES = [
  'logs-endpoint.events.process-default',
  'logs-system.auth-default',
  'endgame-4.28',
];

const CONCRETE_INDEX = `.internal${ALERTS_INDEX}-000001`;
const ALERT_MAPPINGS: estypes.MappingTypeMapping = {
  dynamic_templates: [{ text: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
  properties: {
    [ALERT_FIELD.raisedAt]: { type: 'date' },
    [ALERT_FIELD.eventTime]: { type: 'date' },
    [ALERT_FIELD.riskScore]: { type: 'float' },
    [ALERT_FIELD.rowFolded]: { type: 'boolean' },
  },
};

/** Kibana's alert client without its privileges and spaces. */
const createAlertsClient = (client: ElasticsearchClient): AlertsClient => ({
  find: (params) => client.search(params),
  async bulkUpdate({ index, ids, status }) {
    const operations = ids.flatMap((_id) => [
      { update: { _index: index, _id } },
      { doc: { [ALERT_FIELD.status]: status } },
    ]);
    await client.bulk({ operations });
    return { items: ids.map((_id) => ({ update: { _id } })) };
  },
});

// One file, because both suites delete what they find.
describeInElasticsearch('the event reader on Elasticsearch', (elasticsearch) =>
  eventReaderContract(async (events) => {
    for (const index of EVENT_INDICES) {
      await elasticsearch.createAnew(index, { mappings: EVENT_MAPPINGS });
    }
    await elasticsearch.index(events);
    return createEsEventReader(elasticsearch.client);
  })
);

describeInElasticsearch('the alert store on Elasticsearch', (elasticsearch) =>
  alertStoreContract(async (documents: readonly AlertDocument[]) => {
    await elasticsearch.createAnew(CONCRETE_INDEX, {
      aliases: { [ALERTS_INDEX]: { is_write_index: true } },
      mappings: ALERT_MAPPINGS,
    });
    await elasticsearch.index(
      documents.map((source) => ({
        index: CONCRETE_INDEX,
        id: String(source[ALERT_FIELD.uuid]),
        source,
      }))
    );
    // What the next run of a rule does.
    await foldStoredRows(
      elasticsearch.client,
      documents.map((source) => String(source[ALERT_FIELD.instanceId]))
    );
    return createRacAlertStore(createAlertsClient(elasticsearch.client));
  })
);
