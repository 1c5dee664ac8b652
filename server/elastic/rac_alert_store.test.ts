import type { AlertsClient } from '@kbn/rule-registry-plugin/server';
import { describe, expect, it } from 'vitest';
import { alertFilterSchema, alertQuerySchema } from '../../common/api/find_alerts';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { alertStoreContract } from '../../test/contracts/alert_store.contract';
import { createMemoryAlertsClient } from '../../test/doubles/elasticsearch/create_memory_alerts_client';
import { createMemoryElasticsearch } from '../../test/doubles/elasticsearch/create_memory_elasticsearch';
import { ALERTS_INDEX } from './alerts_index';
import { foldStoredRows } from './fold_stored_rows';
import { createRacAlertStore } from './rac_alert_store';

alertStoreContract(async (documents) => {
  const elasticsearch = createMemoryElasticsearch();
  const index = `.internal${ALERTS_INDEX}-000001`;
  elasticsearch.createIndex(index, ALERTS_INDEX);
  elasticsearch.put(
    documents.map((_source) => ({ _index: index, _id: String(_source[ALERT_FIELD.uuid]), _source }))
  );
  // What the next run of a rule does.
  await foldStoredRows(
    elasticsearch.client,
    documents.map((source) => String(source[ALERT_FIELD.instanceId]))
  );
  return createRacAlertStore(createMemoryAlertsClient(elasticsearch));
});

const hit = (id: string, index = '.internal.alerts-webserver-rce.alerts-default-000001') => ({
  _index: index,
  _id: id,
  _source: { 'kibana.alert.workflow_status': 'open', 'kibana.alert.original_time': `t-${id}` },
  sort: [`t-${id}`, id],
});

const createClient = (
  answers: Partial<Awaited<ReturnType<AlertsClient['find']>>>[],
  refusing: readonly string[] = []
) => {
  const asked: Array<Parameters<AlertsClient['find']>[0]> = [];
  const updates: Array<Parameters<AlertsClient['bulkUpdate']>[0]> = [];
  const client: AlertsClient = {
    find: async (params) => {
      asked.push(params);
      return { hits: { hits: [], total: 0 }, ...answers[asked.length - 1] };
    },
    bulkUpdate: async (params) => {
      updates.push(params);
      return {
        items: params.ids.map((_id) => ({
          update: { _id, ...(refusing.includes(_id) && { error: { type: 'conflict' } }) },
        })),
      };
    },
  };
  return { store: createRacAlertStore(client), asked, updates };
};

describe('the alert store on Kibana’s alert client', () => {
  it('answers a page with total, counts and filter values', async () => {
    const { store } = createClient([
      { hits: { hits: [hit('a')], total: { value: 7 } } },
      {
        aggregations: {
          statuses: {
            values: {
              buckets: [
                { key: 'open', doc_count: 5 },
                { key: 'closed', doc_count: 2 },
              ],
            },
          },
          inTimeRange: {
            hosts: { buckets: [{ key: 'web-01', doc_count: 7 }] },
            users: { buckets: [] },
            servers: { buckets: [] },
            sources: { buckets: [{ key: '203.0.113.9', doc_count: 2 }] },
            ofUnknownSource: { doc_count: 5 },
            signKinds: { buckets: {} },
          },
        },
      },
    ]);
    expect(await store.find(alertQuerySchema.parse({}))).toMatchObject({
      alerts: [{ id: 'a', status: 'open', eventTime: 't-a' }],
      total: 7,
      statusCounts: { open: 5, acknowledged: 0, closed: 2 },
      hosts: [{ value: 'web-01', count: 7 }],
    });
  });

  it('reaches a later page by the sort values of the hit before it', async () => {
    const { store, asked } = createClient([{ hits: { hits: [hit('a'), hit('b')] } }]);
    await store.find(alertQuerySchema.parse({ page: 1, perPage: 2 }));
    expect(asked[0]).toMatchObject({ size: 2, _source: false });
    expect(asked[1]).toMatchObject({ size: 2, search_after: ['t-b', 'b'] });
  });

  it('answers no alerts past the end, but the total all the same', async () => {
    const { store, asked } = createClient([
      { hits: { hits: [hit('a')] } },
      { hits: { hits: [], total: 1 } },
    ]);
    expect(await store.find(alertQuerySchema.parse({ page: 4, perPage: 2 }))).toMatchObject({
      alerts: [],
      total: 1,
    });
    expect(asked[1]).toMatchObject({ size: 0 });
  });

  it('reaches pages behind ten thousand alerts in steps that Elasticsearch allows', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => hit(`e${n}`));
    const { store, asked } = createClient([
      { hits: { hits: many } },
      { hits: { hits: [hit('a'), hit('b')] } },
      { hits: { hits: [hit('c')] } },
    ]);
    const { alerts } = await store.find(alertQuerySchema.parse({ page: 5001, perPage: 2 }));
    expect(alerts.map(({ id }) => id)).toEqual(['c']);
    expect(asked.slice(0, 3)).toMatchObject([
      { size: 10_000 },
      { size: 2, search_after: ['t-e9999', 'e9999'] },
      { size: 2, search_after: ['t-b', 'b'] },
    ]);
  });

  it('looks for the analyst’s wildcards, and for backslashes as they are', async () => {
    const { store, asked } = createClient([]);
    await store.find(alertQuerySchema.parse({ search: 'cat\\ *.php' }));
    expect(JSON.stringify(asked[0]?.query)).toContain(String.raw`"value":"**.php*"`);
  });

  it('counts with one search that answers no alert', async () => {
    const { store, asked } = createClient([{ aggregations: { 0: { doc_count: 3 } } }]);
    const filters = [{ hosts: ['web-1'] }, {}].map((filter) => alertFilterSchema.parse(filter));
    expect(await store.count(filters)).toEqual([3, 0]);
    expect(asked).toMatchObject([
      {
        size: 0,
        aggs: {
          0: {
            filter: {
              bool: {
                filter: [
                  { bool: { must_not: [{ term: { 'kibana.alert.row.folded': true } }] } },
                  { terms: { 'host.name': ['web-1'] } },
                ],
              },
            },
          },
        },
      },
    ]);
  });

  it('asks of a page’s alerts what a list shows, not their events and guides', async () => {
    const { store, asked } = createClient([{}, {}]);
    await store.find(alertQuerySchema.parse({}));
    expect(asked[0]?._source).toContain('process.command_line');
    expect(asked[0]?._source).toContain('kibana.alert.rule.consumer');
    expect(asked[0]?._source).not.toContain('kibana.alert.rule.note');
  });

  it('tells of one alert which index holds it, for an alias may stand for several', async () => {
    const { store } = createClient([{ hits: { hits: [hit('a', 'i-2')] } }, { hits: { hits: [] } }]);
    expect((await store.findById('a'))?.storedIn).toBe('i-2');
  });

  it('looks an alert up by id, not by a query the id could widen', async () => {
    const { store, asked } = createClient([{ hits: { hits: [] } }]);
    expect(await store.findById('* or x:1')).toBeUndefined();
    expect(asked[0]?.query).toEqual({ ids: { values: ['* or x:1'] } });
  });

  it('changes a status index by index and answers only what exists', async () => {
    const { store, updates } = createClient([
      { hits: { hits: [hit('a', 'i-1'), hit('b', 'i-2')] } },
    ]);
    expect(await store.setStatus(['a', 'b', 'gone'], 'closed')).toEqual([
      { id: 'a', rowId: 'a' },
      { id: 'b', rowId: 'b' },
    ]);
    expect(updates).toEqual([
      { index: 'i-1', ids: ['a'], status: 'closed' },
      { index: 'i-2', ids: ['b'], status: 'closed' },
    ]);
  });

  it('leaves out an alert whose change the index refused', async () => {
    const { store } = createClient([{ hits: { hits: [hit('a'), hit('b')] } }], ['b']);
    expect(await store.setStatus(['a', 'b'], 'closed')).toEqual([{ id: 'a', rowId: 'a' }]);
  });

  it('tells a change that the caller may not make from a store that is down', async () => {
    const refusal = Object.assign(new Error('Unauthorized to update'), {
      output: { statusCode: 403 },
    });
    const setStatus = (error: Error) =>
      createRacAlertStore({
        find: async () => ({ hits: { hits: [hit('a')] } }),
        bulkUpdate: () => Promise.reject(error),
      }).setStatus(['a'], 'closed');
    await expect(setStatus(refusal)).rejects.toBe(refusal);
    await expect(setStatus(new Error('no shard'))).rejects.toMatchObject({
      code: 'alert_store_unavailable',
    });
  });
});
