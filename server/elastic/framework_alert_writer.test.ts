import type { AlertsClient } from '@kbn/alerting-plugin/server';
import { describe, expect, it } from 'vitest';
import { createRuleRun } from '../../test/doubles/rule_run';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { alertWriterContract } from '../../test/contracts/alert_writer.contract';
import { createMemoryElasticsearch } from '../../test/doubles/elasticsearch/create_memory_elasticsearch';
import { ALERTS_INDEX } from './alerts_index';
import { createFrameworkAlertWriter } from './framework_alert_writer';

const toStored = (ruleUuid: string, instanceId: string, payload: AlertDocument = {}) => ({
  _index: ALERTS_INDEX,
  _id: `uuid of ${instanceId}`,
  _source: { ...payload, [ALERT_FIELD.instanceId]: instanceId, [ALERT_FIELD.ruleUuid]: ruleUuid },
});

describe('the alert writer on alerting’s framework and Elasticsearch', () => {
  alertWriterContract(async () => {
    const elasticsearch = createMemoryElasticsearch();
    const { run } = createRuleRun({ startedAt: '2026-11-24T12:00:00.000Z' });
    // Another rule raised an alert under an id of this one: it is not this rule's.
    elasticsearch.put([toStored('rule-2', `${run.rule.id}:i:other`)]);
    const startRun = () => {
      const taken = new Map<string, AlertDocument>();
      const alertsClient: AlertsClient = {
        report: ({ id }) => ({ uuid: `uuid of ${id}` }),
        setAlertData: ({ id, payload }) => taken.set(id, payload),
        getAlertLimitValue: () => 1000,
        setAlertLimitReached: () => undefined,
      };
      const clients = { asCurrentUser: elasticsearch.client, asInternalUser: elasticsearch.client };
      const services = { ...run.services, alertsClient, scopedClusterClient: clients };
      const writer = createFrameworkAlertWriter({ ...run, services }, undefined);
      const end = async (): Promise<void> =>
        elasticsearch.put([...taken].map(([id, payload]) => toStored(run.rule.id, id, payload)));
      return { writer, end };
    };
    return { rule: { startRun }, ruleId: run.rule.id };
  });
});

const createRun = ({
  stored = [] as string[],
  alertsClient,
}: { stored?: string[]; alertsClient?: AlertsClient | null } = {}) => {
  const calls: string[] = [];
  const searches: unknown[] = [];
  const said: unknown[] = [];
  const groups: string[] = [];
  const client: AlertsClient = {
    report: ({ id, actionGroup }) => {
      groups.push(actionGroup);
      calls.push(`report ${id}`);
      return { uuid: 'uuid-1' };
    },
    setAlertData: (data) => said.push(data),
    getAlertLimitValue: () => {
      calls.push('getAlertLimitValue');
      return 1000;
    },
    setAlertLimitReached: (reached) => calls.push(`setAlertLimitReached ${reached}`),
  };
  const { run } = createRuleRun({ startedAt: '2026-11-24T12:00:00.000Z' });
  const search = async (params: Record<string, unknown>) => {
    searches.push(params);
    const hits = stored.map((id) => ({
      _index: 'i',
      _id: id,
      _source: { 'kibana.alert.instance.id': id },
    }));
    return { hits: { hits } };
  };
  const asInternalUser = { ...run.services.scopedClusterClient.asInternalUser, search };
  const services = {
    ...run.services,
    alertsClient: alertsClient === undefined ? client : alertsClient,
    scopedClusterClient: { ...run.services.scopedClusterClient, asInternalUser },
  };
  return { run: { ...run, services }, calls, searches, said, groups };
};

describe('the alert writer on alerting’s framework', () => {
  it('names what is missing when framework alerts are switched off', () => {
    const { run } = createRun({ alertsClient: null });
    expect(() => createFrameworkAlertWriter(run, undefined)).toThrow(
      /dependency_missing.*framework alerts/
    );
  });

  it('answers the limit question alerting insists on, then reports under the instance id', () => {
    const { run, calls } = createRun();
    const writer = createFrameworkAlertWriter(run, undefined);
    writer.report({ instanceId: 'rule-1:i:1', payload: {} });
    expect(writer.mostAlerts).toBe(1000);
    expect(calls).toEqual([
      'getAlertLimitValue',
      'setAlertLimitReached false',
      'report rule-1:i:1',
    ]);
  });

  it('reports what became graver in a group of its own, whose actions are not those of a match', () => {
    const { run, groups } = createRun();
    const writer = createFrameworkAlertWriter(run, undefined);
    writer.report({ instanceId: 'rule-1:i:1:high', payload: {} });
    writer.report({ instanceId: 'rule-1:i:1:critical', payload: {}, isRisen: true });
    expect(groups).toEqual(['match', 'severity_rose']);
  });

  it.each([
    ['default', 'https://kibana.example/app/webServerRce/alerts/uuid-1'],
    ['dmz', 'https://kibana.example/s/dmz/app/webServerRce/alerts/uuid-1'],
  ])('tells alert and actions where the alert opens in space %s', (spaceId, url) => {
    const { run, said } = createRun();
    const writer = createFrameworkAlertWriter({ ...run, spaceId }, 'https://kibana.example');
    writer.report({ instanceId: 'rule-1:i:1', payload: { host: { name: 'web-1' } } });
    expect(said).toEqual([
      {
        id: 'rule-1:i:1',
        payload: { host: { name: 'web-1' }, 'kibana.alert.url': url },
        context: expect.objectContaining({ alertUrl: url, host: 'web-1', rule: 'rule' }) as unknown,
      },
    ]);
  });

  it('leaves the address out where Kibana does not know its own', () => {
    const { run, said } = createRun();
    createFrameworkAlertWriter(run, undefined).report({ instanceId: 'a', payload: {} });
    expect(said).toMatchObject([{ payload: {}, context: { alertUrl: '' } }]);
  });

  it('looks stored ids up for this rule only', async () => {
    const { run, searches } = createRun({ stored: ['a'] });
    expect(await createFrameworkAlertWriter(run, undefined).findStoredIds(['a', 'b'])).toEqual(
      new Set(['a'])
    );
    expect(JSON.stringify(searches)).toContain('{"term":{"kibana.alert.rule.uuid":"rule-1"}}');
    expect(searches).toMatchObject([{ allow_partial_search_results: false }]);
  });

  it('asks for many ids in searches that each may hold so many', async () => {
    const { run, searches } = createRun();
    const ids = Array.from({ length: 20_000 }, (_, at) => `i${at}`);
    await createFrameworkAlertWriter(run, undefined).findStoredIds(ids);
    expect(searches).toMatchObject([{ size: 10_000 }, { size: 10_000 }]);
    const asked = JSON.stringify(searches);
    for (const id of ['i0', 'i9999', 'i10000', 'i19999']) {
      expect(asked.split(`"${id}"`)).toHaveLength(2);
    }
  });

  it('says in Elasticsearch’s words why it can not tell what is stored', async () => {
    const { run } = createRun();
    const search = (): Promise<never> => Promise.reject(new Error('all shards failed'));
    const asInternalUser = { ...run.services.scopedClusterClient.asInternalUser, search };
    const scopedClusterClient = { ...run.services.scopedClusterClient, asInternalUser };
    const services = { ...run.services, scopedClusterClient };
    const writer = createFrameworkAlertWriter({ ...run, services }, undefined);
    await expect(writer.findStoredIds(['a'])).rejects.toMatchObject({
      code: 'alert_store_unavailable',
      values: { reason: 'all shards failed' },
    });
  });
});
