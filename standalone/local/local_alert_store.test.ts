import { alertStoreContract } from '../../test/contracts/alert_store.contract';
import { createTemporaryStore } from '../../test/temporary_store';
import { createLocalAlertStore } from './local_alert_store';

alertStoreContract(async (documents) => {
  const store = await createTemporaryStore();
  await store.rules.putRun('rule', { state: {} }, documents);
  return createLocalAlertStore(store.alerts);
});
