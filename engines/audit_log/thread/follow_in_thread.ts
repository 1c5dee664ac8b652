import { on } from 'node:events';
import { startWorker } from '../../worker';
import type { LogBatch } from '../follow/audit_log_follower';
import type { LogBatchMessage } from './log_batch_message';
import { LogBatchReader } from './log_batch_reader';
import type { LogReaderOptions } from '../records/log_reader';
import type { LogStart } from '../follow/open_log_cursor';

export interface LogReaderStart {
  readonly start: LogStart;
  readonly options: LogReaderOptions;
}

/**
 * The same as `followAuditLog`, read in another thread: lines are taken apart there while this one makes events of what was
 * read before, so that two cores take in more than one can.
 */
export async function* followInThread(
  data: LogReaderStart,
  signal: AbortSignal
): AsyncGenerator<LogBatch, void, undefined> {
  if (signal.aborted) return;
  const worker = startWorker({ entry: new URL('./log_reader_worker.mjs', import.meta.url), data });
  const reader = new LogBatchReader();
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      yield reader.read(message as LogBatchMessage);
      worker.postMessage('taken');
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
