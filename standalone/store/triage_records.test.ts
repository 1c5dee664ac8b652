import { triageStoreContract } from '../../test/contracts/triage_store.contract';
import { createTemporaryStore } from '../../test/temporary_store';

triageStoreContract(async () => (await createTemporaryStore()).triage);
