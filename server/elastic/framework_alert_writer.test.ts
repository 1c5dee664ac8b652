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
        report: ({ id, payload }) => taken.set(id, payload),
        getAlertLimitValue: () => 1000,
        setAlertLimitReached: () => undefined,
      };
      const clients = { asCurrentUser: elasticsearch.client, asInternalUser: elasticsearch.client };
      const services = { ...run.services, alertsClient, scopedClusterClient: clients };
      const writer = createFrameworkAlertWriter({ ...run, services });
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
  const client: AlertsClient = {
    report: ({ id }) => calls.push(`report ${id}`),
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
  return { run: { ...run, services }, calls, searches };
};

describe('the alert writer on alerting’s framework', () => {
  it('names what is missing when framework alerts are switched off', () => {
    const { run } = createRun({ alertsClient: null });
    expect(() => createFrameworkAlertWriter(run)).toThrow(/dependency_missing.*framework alerts/);
  });

  it('answers the limit question alerting insists on, then reports under the instance id', () => {
    const { run, calls } = createRun();
    const writer = createFrameworkAlertWriter(run);
    writer.report({ instanceId: 'rule-1:i:1', payload: {} });
    expect(writer.mostAlerts).toBe(1000);
    expect(calls).toEqual([
      'getAlertLimitValue',
      'setAlertLimitReached false',
      'report rule-1:i:1',
    ]);
  });

  it('looks stored ids up for this rule only', async () => {
    const { run, searches } = createRun({ stored: ['a'] });
    expect(await createFrameworkAlertWriter(run).findStoredIds(['a', 'b'])).toEqual(new Set(['a']));
    expect(JSON.stringify(searches)).toContain('{"term":{"kibana.alert.rule.uuid":"rule-1"}}');
    expect(searches).toMatchObject([{ allow_partial_search_results: false }]);
  });
});
