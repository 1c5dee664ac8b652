import type { ElasticsearchClient } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { createMemoryElasticsearch } from '../../test/doubles/elasticsearch/create_memory_elasticsearch';
import { ALERTS_INDEX } from './alerts_index';
import { growStoredAlerts } from './grow_stored_alerts';

const REASON = { [ALERT_FIELD.reason]: 'It grew.' };

const toStored = (instanceId: string, ruleUuid = 'rule-1') => ({
  _index: ALERTS_INDEX,
  _id: `${ruleUuid} ${instanceId}`,
  _source: {
    [ALERT_FIELD.instanceId]: instanceId,
    [ALERT_FIELD.ruleUuid]: ruleUuid,
    [ALERT_FIELD.status]: 'closed',
  },
});

const createClient = () => {
  const { client, put } = createMemoryElasticsearch();
  put([toStored('a'), toStored('b'), toStored('a', 'rule-2')]);
  const operations: unknown[] = [];
  const writing: ElasticsearchClient = {
    ...client,
    bulk: async (params) => {
      operations.push(...(params.operations ?? []));
      const refusal = { status: 403, error: { type: 'cluster_block_exception', reason: 'closed' } };
      return {
        errors: true,
        items: [
          { update: { _index: ALERTS_INDEX, status: 200 } },
          { update: { _index: ALERTS_INDEX, ...refusal } },
        ],
      };
    },
  };
  return { writing, operations };
};

it('writes over the rule’s own alerts what is new in them, and tells how many refuse', async () => {
  const { writing, operations } = createClient();
  const alerts = ['a', 'b', 'gone'].map((instanceId) => ({ instanceId, payload: REASON }));
  expect(await growStoredAlerts(writing, 'rule-1', alerts)).toBe(1);
  // The double answers in no order that was asked for.
  expect(operations).toEqual(
    ['b', 'a'].flatMap((id) => [
      { update: { _index: ALERTS_INDEX, _id: `rule-1 ${id}`, retry_on_conflict: 3 } },
      { doc: REASON },
    ])
  );
});

it('asks and writes nothing where nothing grew', async () => {
  const unused = () => Promise.reject(new Error('unused'));
  const client = { search: unused, bulk: unused, eql: { search: unused } };
  expect(await growStoredAlerts(client, 'rule-1', [{ instanceId: 'a', payload: {} }])).toBe(0);
});

it('says that the store is not there', async () => {
  const { writing } = createClient();
  const broken = { ...writing, bulk: () => Promise.reject(new Error('no shard')) };
  await expect(
    growStoredAlerts(broken, 'rule-1', [{ instanceId: 'a', payload: REASON }])
  ).rejects.toMatchObject({ code: 'alert_store_unavailable' });
});
