import { once } from 'node:events';
import { expect, test } from 'vitest';
import { startWorker } from './start_worker';

const run = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

test('runs a module with its data', async () => {
  const entry = run(`import { parentPort, workerData } from 'node:worker_threads';
    parentPort.postMessage({ given: workerData.data, execArgv: process.execArgv });`);
  const [message] = await once(startWorker({ entry, data: { answer: 42 } }), 'message');
  expect(message).toEqual({ given: { answer: 42 }, execArgv: [] });
});

test('ends a thread that takes more memory than it may have', async () => {
  const entry = run('const all = []; for (;;) all.push(new Array(1e5).fill(all.length));');
  const [error] = await once(startWorker({ entry, maxHeapMib: 20 }), 'error');
  expect(error).toMatchObject({ code: 'ERR_WORKER_OUT_OF_MEMORY' });
});
