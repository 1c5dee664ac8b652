import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startWorker } from './start_worker';

vi.setConfig({ testTimeout: 60_000 });

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'start-worker-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const write = (name: string, text: string): URL => {
  writeFileSync(join(directory, name), text);
  return pathToFileURL(join(directory, name));
};

test('runs a TypeScript module with its data, its own modules and their places', async () => {
  write('place.ts', "export const place: string = new URL('beside.txt', import.meta.url).href;");
  const entry = write(
    'entry.ts',
    `import { parentPort, workerData } from 'node:worker_threads';
import { place } from './place';
parentPort?.postMessage({ place, data: workerData.data as unknown });`
  );
  const worker = startWorker({ entry, data: { answer: 42 } });
  const [message] = await once(worker, 'message');
  expect(message).toEqual({
    place: pathToFileURL(join(directory, 'beside.txt')).href,
    data: { answer: 42 },
  });
  await worker.terminate();
});

test('tells why a module can not be run, and names the module in the stack of an error', async () => {
  const broken = startWorker({ entry: write('broken.ts', 'const = 1;') });
  const [problem] = await once(broken, 'error');
  expect(String(problem)).toContain('broken.ts');
  const failing = startWorker({ entry: write('failing.ts', "throw new Error('no luck');") });
  const [error] = await once(failing, 'error');
  expect(error).toMatchObject({
    message: 'no luck',
    stack: expect.stringContaining('failing.bundle.mjs'),
  });
});
