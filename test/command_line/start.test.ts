import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { SESSION_PATH } from '../../standalone/session/session';
import { openStore } from '../../standalone/store/open_store';
import { openSession } from '../open_session';
import { createTemporaryDirectory } from '../temporary_store';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SLOW = 180_000;

/** `npm start -- …` without npm. */
const start = (...args: string[]) => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'standalone/cli/start.ts', ...args], {
    cwd: PROJECT,
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (said.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.stderr += text.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, said, ended };
};

test('prints its options', { timeout: SLOW }, async () => {
  const { code, stdout } = await start('--help').ended;
  expect(code).toBe(0);
  expect(stdout).toContain('--audit-log FILE');
});

test(
  'answers an option it does not know with a sentence and code 2',
  { timeout: SLOW },
  async () => {
    const { code, stderr } = await start('--prot', '1').ended;
    expect(code).toBe(2);
    expect(stderr).toBe('There is no option --prot: --help lists the options.\n');
  }
);

test('names the process that has the data directory', { timeout: SLOW }, async () => {
  const directory = await createTemporaryDirectory();
  const store = await openStore(directory);
  const { code, stderr } = await start('--data', directory).ended;
  await store.close();
  expect(code).toBe(1);
  expect(stderr).toBe(
    `Another host (process ${process.pid}) works with ${directory}. End it first, or give this one a directory of its own with --data DIR.\n`
  );
});

test('writes all alerts to a file, for its owner alone', { timeout: SLOW }, async () => {
  const directory = await createTemporaryDirectory();
  const store = await openStore(directory);
  const alerts = [2, 1].map((minute) => ({
    [ALERT_FIELD.uuid]: `alert ${minute}`,
    [ALERT_FIELD.eventTime]: `2026-03-01T10:0${minute}:00.000Z`,
    process: { command_line: 'sh -c "id\n"' },
  }));
  await store.rules.putRun('rule', { state: {} }, alerts);
  await store.close();
  const file = join(directory, 'alerts.ndjson');
  const { code, stdout } = await start('--data', directory, '--export', file).ended;
  expect(code).toBe(0);
  expect(stdout).toBe(`2 alerts written to ${file}\n`);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([alerts[1], alerts[0]]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('ends with a sentence where its events can not be read', { timeout: SLOW }, async () => {
  const directory = await createTemporaryDirectory();
  const { code, stderr } = await start(
    ...['--port', '0', '--data', directory, '--events', '/nowhere/x.ndjson']
  ).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('A file does not exist (');
  expect(stderr).toContain('/nowhere/x.ndjson');
  expect(stderr).not.toContain('    at ');
});

test('says so where a folder is named in place of a log', { timeout: SLOW }, async () => {
  const directory = await createTemporaryDirectory();
  const { code, stderr } = await start(
    ...['--port', '0', '--data', join(directory, 'data'), '--audit-log', directory]
  ).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(`A folder is where a file is needed (${directory}: EISDIR`);
});

test('says so where a file is in the way of its data', { timeout: SLOW }, async () => {
  const file = join(await createTemporaryDirectory(), 'file');
  await writeFile(file, '');
  const { code, stderr } = await start('--port', '0', '--data', file).ended;
  expect(code).toBe(1);
  expect(stderr).toContain('A file is where a folder is needed (');
  expect(stderr).toContain('--data DIR');
});

test('says where it is and ends cleanly when it is told to', { timeout: SLOW }, async () => {
  const directory = await createTemporaryDirectory();
  const { child, said, ended } = start('--port', '0', '--data', directory);
  const failed = ended.then(({ stderr }) => Promise.reject(new Error(stderr)));
  while (!said.stdout.includes('Ready: ')) await Promise.race([once(child.stdout, 'data'), failed]);
  const [, link = '', url = ''] =
    /Ready: ((http:\/\/127\.0\.0\.1:\d+)\/#code=\S+)\n/.exec(said.stdout) ?? [];
  const page = await fetch(url);
  expect(await page.text()).toContain('<div id="root">');
  expect((await fetch(`${url}/assets/main.js`)).status).toBe(200);
  const headers = await openSession(url, link);
  expect((await fetch(`${url}${SESSION_PATH}`, { headers })).status).toBe(200);
  await expect(openSession(url, link)).rejects.toThrow('401');
  const next = await start('--link', '--data', directory).ended;
  expect(next).toMatchObject({ code: 0, stderr: '' });
  await openSession(url, next.stdout.trim());
  failed.catch(() => undefined);
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  // Nobody has the store any more.
  const store = await openStore(directory);
  expect(store.events.isEmpty()).toBe(false);
  await store.close();
  const gone = await start('--link', '--data', directory).ended;
  expect(gone.code).toBe(1);
  expect(gone.stderr).toContain(`No host works with ${directory}.`);
});
