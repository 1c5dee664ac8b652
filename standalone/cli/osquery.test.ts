import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...args: string[]): { code: number | null; out: string; error: string } => {
  const script = new URL('./osquery.ts', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, ...args],
    { encoding: 'utf8', env: { ...process.env, PATH: '' } }
  );
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
