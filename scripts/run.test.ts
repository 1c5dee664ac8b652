import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherUserObstacle } from '../test/attacks/other_user';
import { bundleModules } from './bundle/bundle_modules.mjs';
import { PROJECT_ROOT } from './bundle/project_root.mjs';

const SLOW = 120_000;
const NOBODY = 65_534;
const EQL = ['scripts/run.mjs', 'standalone/cli/eql.ts'];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'run-'));
  await chmod(directory, 0o777);
  await writeFile(join(directory, 'events.ndjson'), '');
});
afterAll(() => rm(directory, { recursive: true }));

const search = ['--query', 'process where true', '--events'];

test(
  'runs a command for another user than the one who ran it first',
  { timeout: SLOW },
  async (context) => {
    if (otherUserObstacle !== undefined) return context.skip(otherUserObstacle);
    const run = (options: object) =>
      promisify(execFile)(process.execPath, [...EQL, '--help'], { cwd: PROJECT_ROOT, ...options });
    const { stdout } = await run({});
    const other = { uid: NOBODY, gid: NOBODY, env: { HOME: directory } };
    expect((await run(other)).stdout).toBe(stdout);
    expect((await run(other)).stdout).toBe(stdout);
  }
);

test('a search loads no package and no database', { timeout: SLOW }, async () => {
  const child = execFile(process.execPath, [...EQL, ...search, join(directory, 'events.ndjson')], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, NODE_DEBUG: 'esm,module' },
  });
  let loaded = '';
  child.stderr?.on('data', (text: string) => (loaded += text));
  await once(child, 'close');
  expect(loaded).toContain('eql.mjs');
  expect(loaded).not.toMatch(/node_modules\/(?!\.cache\/)/);
});

test(
  'modules keep their own places, threads are found in the bundle',
  { timeout: SLOW },
  async () => {
    const source = (name: string): string => join(directory, name);
    await writeFile(
      source('place.ts'),
      "export const place: string = new URL('beside.txt', import.meta.url).href;"
    );
    await writeFile(
      source('entry.ts'),
      `import { parentPort } from 'node:worker_threads';
import { place } from './place';
parentPort?.postMessage({ place, thread: new URL('./osquery_worker.mjs', import.meta.url).href });`
    );
    const outdir = join(directory, 'out');
    const inputs = await bundleModules(outdir, [source('entry.ts')]);
    expect(inputs.join('\n')).toMatch(/place\.ts$/m);
    const worker = new Worker(join(outdir, 'entry.mjs'));
    const [message] = await once(worker, 'message');
    expect(message).toEqual({
      place: pathToFileURL(source('beside.txt')).href,
      thread: pathToFileURL(join(outdir, 'osquery_worker.mjs')).href,
    });
    await worker.terminate();
  }
);

test('says where a module is wrong', async () => {
  await writeFile(join(directory, 'broken.ts'), 'const = 1;');
  await expect(
    bundleModules(join(directory, 'out'), [join(directory, 'broken.ts')])
  ).rejects.toThrow('broken.ts:1:6');
});
