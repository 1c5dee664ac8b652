import { parentPort, workerData } from 'node:worker_threads';
import { followAuditLog } from '../follow/follow_audit_log';
import type { LogReaderStart } from './follow_in_thread';
import { LogBatchWriter } from './log_batch_writer';

/** Reads an audit log in a thread of its own; the thread that makes events of it ends this one. */
if (!parentPort) throw new Error('This module runs in a worker thread.');
const port = parentPort;
const { data } = workerData as { data: LogReaderStart };

/** Batches sent that the other thread has not taken yet; each is a megabyte of log. */
const MOST_BATCHES_AHEAD = 4;

const writer = new LogBatchWriter();
let ahead = 0;
let goOn: (() => void) | undefined;
port.on('message', () => {
  ahead -= 1;
  goOn?.();
});

for await (const batch of followAuditLog(data.start, data.options, new AbortController().signal)) {
  const message = writer.write(batch);
  port.postMessage(message, [message.numbers.buffer]);
  ahead += 1;
  while (ahead >= MOST_BATCHES_AHEAD) await new Promise<void>((resolve) => (goOn = resolve));
}
