import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { ruleStoreContract } from '../../../test/contracts/rule_store.contract';
import { createMemoryRuleStore } from './create_memory_rule_store.fixture';

ruleStoreContract(async () => {
  const store = createMemoryRuleStore();
  return { store, listAlerts: () => store.alerts.map((alert) => String(alert[ALERT_FIELD.uuid])) };
});
