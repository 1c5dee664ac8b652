import { Worker } from 'node:worker_threads';

interface WorkerRequest {
  /** TypeScript module the thread runs, e.g. `new URL('./x_worker.ts', import.meta.url)`. */
  readonly entry: URL;
  /** Reaches the thread as `workerData.data`; must survive a structured clone. */
  readonly data?: unknown;
  /** Cap of the thread's JavaScript heap, in MiB; past it the thread ends with ERR_WORKER_OUT_OF_MEMORY. */
  readonly maxHeapMib?: number;
}

/** Starts a TypeScript module in a worker thread, under tsx and under vitest alike. */
export const startWorker = ({ entry, data, maxHeapMib }: WorkerRequest): Worker =>
  new Worker(new URL('./worker_boot.mjs', import.meta.url), {
    workerData: { entry: entry.href, data },
    // The loader of the process (tsx) is not wanted in the thread.
    execArgv: [],
    ...(maxHeapMib === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: maxHeapMib } }),
  });
