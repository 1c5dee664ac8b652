import { liveQueryStoreContract } from '../../test/contracts/live_query_store.contract';
import { createTemporaryStore } from '../../test/temporary_store';

liveQueryStoreContract(async () => (await createTemporaryStore()).liveQueries);
