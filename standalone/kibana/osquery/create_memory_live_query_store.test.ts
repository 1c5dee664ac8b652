import { describe } from 'vitest';
import { liveQueryStoreContract } from '../../../test/contracts/live_query_store.contract';
import { createMemoryLiveQueryStore } from './create_memory_live_query_store.fixture';

describe('live queries in memory', () => {
  liveQueryStoreContract(async () => createMemoryLiveQueryStore());
});
