import { runStoreContract } from '../../test/contracts/run_store.contract';
import { createTemporaryStore } from '../../test/temporary_store';

runStoreContract(async () => (await createTemporaryStore()).runs);
