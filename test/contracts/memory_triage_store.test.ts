import { createMemoryTriageStore } from '../doubles/memory_triage_store';
import { triageStoreContract } from './triage_store.contract';

triageStoreContract(async () => createMemoryTriageStore());
