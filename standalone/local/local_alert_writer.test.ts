import { RULE_TYPE_ID } from '../../common/product';
import { alertWriterContract } from '../../test/contracts/alert_writer.contract';
import { createRuleRun } from '../../test/doubles/rule_run';
import { createTemporaryStore } from '../../test/temporary_store';
import { createAlertsClient } from '../kibana/alerting/create_alerts_client';
import { createLocalAlertWriter } from './local_alert_writer';

const STARTED_AT = '2026-11-24T12:00:00.000Z';

alertWriterContract(async () => {
  const store = await createTemporaryStore();
  const { run } = createRuleRun({ startedAt: STARTED_AT });
  const startRun = () => {
    const { client, finish } = createAlertsClient({
      rule: {
        ...{ id: run.rule.id, name: 'rule', ruleTypeId: RULE_TYPE_ID, consumer: 'webServerRce' },
        ...{ enabled: true, interval: '5m', params: {}, tags: [], createdAt: STARTED_AT },
      },
      ruleType: { name: 'rule type', producer: 'webServerRce' },
      executionId: 'run-1',
      startedAt: new Date(STARTED_AT),
      version: '1.0.0',
    });
    const services = { ...run.services, alertsClient: client };
    return {
      writer: createLocalAlertWriter({ ...run, services }, store.alerts),
      end: () => store.rules.putRun(run.rule.id, { state: {} }, finish()),
    };
  };
  return { rule: { startRun }, ruleId: run.rule.id };
});
