import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalOsquery } from './create_local_osquery';
import type { LocalOsquery } from './local_osquery';

/** Other tests may have the machine busy. */
const PATIENT = { timeout: 15_000 };

let directory: string;
const open: LocalOsquery[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'osqueryi-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((osquery) => osquery.close()));
  rmSync(directory, { recursive: true, force: true });
});

/** A stand-in for `osqueryi` on the search path: a shell script with the given body. */
const createWith = (script: string): LocalOsquery => {
  const program = join(directory, 'osqueryi');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
  const osquery = createLocalOsquery({ searchPath: `relative:/nowhere:${directory}` });
  open.push(osquery);
  return osquery;
};

test('uses the program on the search path and passes the query as one argument', async () => {
  const osquery = createWith(
    `printf '%s\\n' "$@" > ${join(directory, 'arguments')}; echo '[{"pid":"1","name":"007","load":"0.5"},{"pid":"","name":"x"}]'`
  );
  const sql = 'SELECT \'$(id) `id` "x" ; --json\' FROM t -- \n WHERE a';
  expect(osquery.engine).toBe('osqueryi');
  expect(await osquery.run(sql)).toMatchObject({
    kind: 'rows',
    columns: [
      { name: 'pid', type: 'BIGINT' },
      { name: 'name', type: 'TEXT' },
      { name: 'load', type: 'DOUBLE' },
    ],
    rows: [
      { pid: '1', name: '007', load: '0.5' },
      { pid: '', name: 'x' },
    ],
    truncated: false,
  });
  const passed = readFileSync(join(directory, 'arguments'), 'utf8');
  expect(passed.endsWith(`\n${sql}\n`)).toBe(true);
  expect(passed).toContain('--disable_tables=curl,');
});

test('gives the words of a query that failed', async () => {
  const osquery = createWith(
    "echo 'W0101 warning' >&2; echo 'Error: no such table: nope' >&2; exit 1"
  );
  expect(await osquery.run('SELECT * FROM nope')).toEqual({
    kind: 'failed',
    message: 'no such table: nope',
  });
});

test('fails in words when the program prints no result', async () => {
  expect(await createWith('echo hello').run('SELECT 1')).toEqual({
    kind: 'failed',
    message: 'osqueryi printed no result.',
  });
});

test('takes rows that come with warnings, and no list that comes with an error', async () => {
  const warned = createWith(
    'echo \'W0101 table.cpp:7] Error: a file is gone\' >&2; echo \'[{"a":"1"}]\''
  );
  expect(await warned.run('SELECT a')).toMatchObject({ kind: 'rows', rows: [{ a: '1' }] });
  const failed = createWith("echo 'Error: near x: syntax error' >&2; printf '[\\n\\n]\\n'");
  expect(await failed.run('SELECT x')).toEqual({
    kind: 'failed',
    message: 'near x: syntax error',
  });
});

test('says how a program ended that crashed, whatever it had printed', async () => {
  expect(await createWith("echo '[]'; kill -SEGV $$").run('SELECT 1')).toEqual({
    kind: 'failed',
    message: 'osqueryi ended with SIGSEGV.',
  });
});

test('fails a query that is too long for a command line, and does not reject', async () => {
  const outcome = await createWith("echo '[]'").run(`SELECT '${'x'.repeat(200_000)}'`);
  expect(outcome).toEqual({ kind: 'failed', message: "osqueryi can't be run: spawn E2BIG" });
});

test('lets no comment before the query pass for a flag', async () => {
  const osquery = createWith(`printf '%s\\n' "$@" > ${join(directory, 'arguments')}; echo '[]'`);
  await osquery.run('--extension=/tmp/x.so\nSELECT 1');
  expect(readFileSync(join(directory, 'arguments'), 'utf8')).not.toContain('extension=/tmp');
});

test('ends what the program started along with it', async () => {
  const mark = join(directory, 'pid');
  const osquery = createWith(`sleep 600 & echo $! > ${mark}.new; mv ${mark}.new ${mark}; wait`);
  const cancel = new AbortController();
  const outcome = osquery.run('SELECT 1', { signal: cancel.signal, timeoutMs: 600_000 });
  await expect.poll(() => existsSync(mark), PATIENT).toBe(true);
  cancel.abort();
  expect(await outcome).toEqual({ kind: 'cancelled' });
  const pid = Number(readFileSync(mark, 'utf8'));
  await expect.poll(() => isRunning(pid), PATIENT).toBe(false);
});

test('ends a program that runs too long', async () => {
  const osquery = createWith('exec sleep 600');
  expect(await osquery.run('SELECT 1', { timeoutMs: 100 })).toEqual({
    kind: 'timed_out',
    afterMs: 100,
  });
});

test('kills the program of a query that is cancelled', async () => {
  const mark = join(directory, 'pid');
  const osquery = createWith(`echo $$ > ${mark}.new; mv ${mark}.new ${mark}; exec sleep 600`);
  const cancel = new AbortController();
  const outcome = osquery.run('SELECT 1', { signal: cancel.signal, timeoutMs: 600_000 });
  await expect.poll(() => existsSync(mark), PATIENT).toBe(true);
  cancel.abort();
  expect(await outcome).toEqual({ kind: 'cancelled' });
  const pid = Number(readFileSync(mark, 'utf8'));
  await expect.poll(() => isRunning(pid), PATIENT).toBe(false);
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('ends a program that prints without end', { timeout: 60_000 }, async () => {
  const osquery = createWith('exec cat /dev/zero');
  expect(await osquery.run('SELECT 1', { timeoutMs: 600_000 })).toEqual({
    kind: 'failed',
    message: 'The query needs more memory than allowed.',
  });
});

test('cuts rows off at the cap and says so', async () => {
  const osquery = createWith('echo \'[{"a":"1"},{"a":"2"},{"a":"3"}]\'');
  expect(await osquery.run('SELECT a', { maxRows: 2 })).toMatchObject({
    kind: 'rows',
    rows: [{ a: '1' }, { a: '2' }],
    truncated: true,
    total: 3,
    isTotalExact: true,
  });
});

test('runs two programs at a time, and lets one be cancelled that waits', async () => {
  const marks = join(directory, 'marks');
  const osquery = createWith(`echo x >> ${marks}; exec sleep 600`);
  const cancel = new AbortController();
  const options = { timeoutMs: 600_000 };
  const running = [osquery.run('SELECT 1', options), osquery.run('SELECT 2', options)];
  const waiting = osquery.run('SELECT 3', { ...options, signal: cancel.signal });
  await expect.poll(() => existsSync(marks) && readFileSync(marks, 'utf8'), PATIENT).toBe('x\nx\n');
  cancel.abort();
  expect(await waiting).toEqual({ kind: 'cancelled' });
  await osquery.close();
  expect(await Promise.all(running)).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
  expect(readFileSync(marks, 'utf8')).toBe('x\nx\n');
});

test.each(['.help', '--extension=/x', 'ATTACH x', 'SELECT 1; SELECT 2'])(
  'never shows %j to the program',
  async (sql) => {
    const osquery = createWith('echo \'[{"ran":"1"}]\'');
    expect(await osquery.run(sql)).toMatchObject({ kind: 'failed' });
  }
);

test('answers with SQLite where no program is found', () => {
  const osquery = createLocalOsquery({ searchPath: '/nowhere:' });
  open.push(osquery);
  expect(osquery.engine).toBe('sqlite');
});
