import type { AlertsClient, RuleType } from '@kbn/alerting-plugin/server';
import type { AlertDocument } from '../../../common/alert/alert_document';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { SPACE_ID } from '../space_id';
import type { StoredRule } from './stored_rule';
import { toAlertUuid } from './to_alert_uuid';

/** Kibana's default of `xpack.alerting.rules.run.alerts.max`. */
const MOST_ALERTS = 1000;

interface AlertsClientOptions {
  readonly rule: StoredRule;
  readonly ruleType: Pick<RuleType<never, never>, 'name' | 'producer'>;
  readonly executionId: string;
  readonly startedAt: Date;
  readonly version: string;
}

/** Collects a run's alerts and adds what alerting's framework writes to each; its fields win over the payload's. */
export const createAlertsClient = (
  options: AlertsClientOptions
): { client: AlertsClient; finish(): AlertDocument[] } => {
  const documents = new Map<string, AlertDocument>();
  let owesLimit = false;
  return {
    client: {
      report({ id, actionGroup, payload }) {
        if (documents.has(id)) throw new Error(`Alert ${id} is reported twice in one run.`);
        if (documents.size >= MOST_ALERTS)
          throw new Error(`A run may report ${MOST_ALERTS} alerts.`);
        documents.set(id, toDocument(options, { id, actionGroup, payload }));
        return { uuid: toAlertUuid(id) };
      },
      // There are no actions here, so nobody reads the context.
      setAlertData({ id, payload }) {
        const document = documents.get(id);
        if (!document) throw new Error(`Alert ${id} is not reported in this run.`);
        const actionGroup = String(document['kibana.alert.action_group']);
        documents.set(id, toDocument(options, { id, actionGroup, payload }));
      },
      getAlertLimitValue() {
        owesLimit = true;
        return MOST_ALERTS;
      },
      setAlertLimitReached() {
        owesLimit = false;
      },
    },
    finish() {
      if (owesLimit) throw new Error('setAlertLimitReached was not called.');
      return [...documents.values()];
    },
  };
};

const toDocument = (
  options: AlertsClientOptions,
  { id, actionGroup, payload }: Parameters<AlertsClient['report']>[0]
): AlertDocument => ({
  ...payload,
  ...toFrameworkFields(options, id, actionGroup),
  tags: [...new Set([...toList(payload['tags']), ...options.rule.tags])],
});

const toFrameworkFields = (
  { rule, ruleType, executionId, startedAt, version }: AlertsClientOptions,
  instanceId: string,
  actionGroup: string
): AlertDocument => {
  const start = startedAt.toISOString();
  return {
    '@timestamp': start,
    'event.kind': 'signal',
    'event.action': 'open',
    'kibana.alert.action_group': actionGroup,
    'kibana.alert.status': 'active',
    [ALERT_FIELD.raisedAt]: start,
    'kibana.alert.time_range': { gte: start },
    'kibana.alert.duration.us': 0,
    'kibana.alert.flapping': false,
    'kibana.alert.flapping_history': [true],
    'kibana.alert.maintenance_window_ids': [],
    [ALERT_FIELD.uuid]: toAlertUuid(instanceId),
    [ALERT_FIELD.instanceId]: instanceId,
    [ALERT_FIELD.status]: 'open',
    'kibana.alert.rule.category': ruleType.name,
    'kibana.alert.rule.consumer': rule.consumer,
    'kibana.alert.rule.execution.uuid': executionId,
    [ALERT_FIELD.ruleName]: rule.name,
    [ALERT_FIELD.ruleParameters]: rule.params,
    'kibana.alert.rule.producer': ruleType.producer,
    'kibana.alert.rule.revision': 0,
    [ALERT_FIELD.ruleTypeId]: rule.ruleTypeId,
    'kibana.alert.rule.tags': rule.tags,
    [ALERT_FIELD.ruleUuid]: rule.id,
    'kibana.space_ids': [SPACE_ID],
    'kibana.version': version,
  };
};

const toList = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
