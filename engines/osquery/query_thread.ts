/** One worker thread that answers one query at a time. Ending it is the only way to stop a query that runs. */
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../worker';
import type { QueryOutcome } from './query_outcome';
import type { WorkerQuery, WorkerReply, WorkerStart } from './worker_message';

const MAX_HEAP_MIB = 256;

export interface QueryThread {
  /** Resolves when the thread can take a query; rejects if it never will. */
  readonly ready: Promise<void>;
  /** The outcome, or `failed` with the reason why the thread ended. Needs `ready`, and one query at a time. */
  run(query: WorkerQuery): Promise<QueryOutcome>;
  /** True until the thread ends by itself or by `end`. */
  readonly isAlive: boolean;
  end(): Promise<void>;
}

const toEndReason = (error: unknown): string => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? `The query needs more memory than the ${MAX_HEAP_MIB} MiB allowed.`
    : `The query thread ended: ${error instanceof Error ? error.message : String(error)}`;
};

/** Starts a thread; it does not keep the process alive while it waits. */
export const createQueryThread = (start: WorkerStart): QueryThread => {
  const worker: Worker = startWorker({
    entry: new URL('./osquery_worker.mjs', import.meta.url),
    data: start,
    maxHeapMib: MAX_HEAP_MIB,
  });
  worker.unref();
  let isAlive = true;
  let settle: ((outcome: QueryOutcome) => void) | undefined;
  const finish = (outcome: QueryOutcome): void => {
    worker.unref();
    settle?.(outcome);
    settle = undefined;
  };
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: WorkerReply) => {
      if (reply.kind === 'ready') resolve();
      else finish(reply.outcome);
    });
    worker.on('error', (error) => {
      isAlive = false;
      reject(error);
      finish({ kind: 'failed', message: toEndReason(error) });
    });
    worker.on('exit', (code) => {
      isAlive = false;
      const message = `The query thread ended with code ${code}.`;
      reject(new Error(message));
      finish({ kind: 'failed', message });
    });
  });
  // Whoever runs a query hears of it; a warm thread nobody asks must not end the process.
  ready.catch(() => undefined);
  return {
    ready,
    get isAlive() {
      return isAlive;
    },
    run: (query) =>
      new Promise((resolve) => {
        settle = resolve;
        worker.ref();
        worker.postMessage(query);
      }),
    end: async () => {
      isAlive = false;
      await worker.terminate();
    },
  };
};
