// Loads a TypeScript entry inside a worker thread; `new Worker('x.ts')` works neither under tsx nor under vitest.
import { workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

await tsImport(workerData.entry, import.meta.url);
