import { Worker } from 'node:worker_threads';

interface WorkerRequest {
  /**
   * What the thread runs: `new URL('./x_worker.mjs', import.meta.url)` for the module `x_worker.ts`, of which the build step
   * makes a bundle. It must be written like this.
   */
  readonly entry: URL;
  /** Reaches the thread as `workerData.data`; must survive a structured clone. */
  readonly data?: unknown;
  /** Cap of the thread's JavaScript heap, in MiB; past it the thread ends with ERR_WORKER_OUT_OF_MEMORY. */
  readonly maxHeapMib?: number;
}

/** Starts a module in a worker thread. */
export const startWorker = ({ entry, data, maxHeapMib }: WorkerRequest): Worker =>
  new Worker(entry, {
    workerData: { data },
    // What the process was started with is not meant for the thread.
    execArgv: [],
    ...(maxHeapMib === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: maxHeapMib } }),
  });
