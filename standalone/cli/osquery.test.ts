import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const COMMAND = ['scripts/run.mjs', 'standalone/cli/osquery.ts'].map(
  (path) => new URL(`../../${path}`, import.meta.url).pathname
);

const run = (...args: string[]): { code: number | null; out: string; error: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], {
    encoding: 'utf8',
    env: { ...process.env, PATH: '' },
  });
  return { code: status, out: stdout, error: stderr };
};

test('prints rows of this machine and ends', { timeout: 60_000 }, () => {
  const { code, out } = run('SELECT username FROM users WHERE uid = 0', '--format', 'json');
  expect({ code, rows: JSON.parse(out) }).toEqual({ code: 0, rows: [{ username: 'root' }] });
});

test('says why a query failed, on stderr and in the exit code', { timeout: 60_000 }, () => {
  expect(run('SELECT * FROM nope')).toEqual({
    ...{ code: 1, out: '' },
    error: 'Error: no such table: nope\n',
  });
});

test('ends quietly when its reader stops reading', { timeout: 60_000 }, async () => {
  const sql =
    "SELECT a.value, hex(zeroblob(5000)) FROM json_each('[1,2,3,4,5,6,7,8,9]') a, json_each('[1,2,3,4,5,6,7,8,9]') b";
  const args = [...COMMAND, sql, '--format', 'json'];
  const child = spawn(process.execPath, args, { env: { ...process.env, PATH: '' } });
  let error = '';
  child.stderr.on('data', (text: Buffer) => (error += text.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect({ code, error }).toEqual({ code: 0, error: '' });
});
