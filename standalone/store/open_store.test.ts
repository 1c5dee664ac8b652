import { spawn } from 'node:child_process';
import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTemporaryDirectory } from '../../test/temporary_store';
import { openStore } from './open_store';

const COMMAND = ['../../scripts/run.mjs', './hold_store.fixture.ts'].map(
  (path) => new URL(path, import.meta.url).pathname
);

/** Another process that has the store open. */
const startOther = (directory: string) => {
  const child = spawn(process.execPath, [...COMMAND, directory]);
  const opened = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.stderr.once('data', (text: Buffer) => reject(new Error(text.toString())));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { pid: child.pid, opened, kill: () => (child.kill('SIGKILL'), ended) };
};

test('makes its directory for this user alone', async () => {
  const directory = join(await createTemporaryDirectory(), 'a/b');
  await (await openStore(directory)).close();
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
});

test('keeps what was stored from one opening to the next, also in a copy', async () => {
  const directory = await createTemporaryDirectory();
  const first = await openStore(directory);
  const id = await first.getSetting('agentId', () => 'first');
  await first.close();
  const copy = join(await createTemporaryDirectory(), 'copy');
  await cp(directory, copy, { recursive: true });
  for (const place of [directory, copy]) {
    const again = await openStore(place);
    expect(await again.getSetting('agentId', () => 'second')).toBe(id);
    await again.close();
  }
});

test('is refused to a second process by the first one’s pid, and given to it once the first was killed', async () => {
  const directory = await createTemporaryDirectory();
  const other = startOther(directory);
  await other.opened;
  await expect(openStore(directory)).rejects.toMatchObject({
    name: 'StoreTakenError',
    pid: other.pid,
    directory,
  });
  await other.kill();
  const store = await openStore(directory);
  await store.close();
});
