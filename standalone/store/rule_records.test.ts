import { ruleStoreContract } from '../../test/contracts/rule_store.contract';
import { createTemporaryStore } from '../../test/temporary_store';

ruleStoreContract(async () => {
  const { rules, alerts } = await createTemporaryStore();
  return {
    store: rules,
    listAlerts: () => alerts.rows(undefined, undefined).map(({ uuid }) => uuid),
  };
});
