import { afterAll, expect, test, vi } from 'vitest';
import { createFixtureMachine } from '../../machine/create_machine.fixture';
import type { LocalOsquery } from '../local_osquery';
import { createRecordedOsquery } from './create_recorded_osquery';
import { recordTables } from './record_tables';

vi.setConfig({ testTimeout: 30_000 });

const stat = (pid: number): string => `${pid} (sh) S 1 ${'0 '.repeat(17)}700 ${'0 '.repeat(30)}`;
const fixture = createFixtureMachine({
  '/proc/stat': 'btime 1700000000\n',
  '/proc/9/stat': stat(9),
  '/proc/9/cmdline': 'sh\0-c\0id\0',
  '/var/www/uploads/shell.php': '<?php system($_GET["c"]);',
  '/var/www/index.php': 'index',
  '/srv/else.txt': 'not asked for',
});
const running: LocalOsquery[] = [];
afterAll(async () => {
  await Promise.all(running.map((osquery) => osquery.close()));
  fixture.dispose();
});

const recording = recordTables({
  roots: { root: fixture.root },
  tableNames: ['processes', 'file', 'hash'],
  files: ['/var/www/%%'],
});
fixture.dispose();

const ask = async (sql: string, timeShift = 0) => {
  // What is kept is JSON.
  const osquery = createRecordedOsquery(async () => ({
    recording: JSON.parse(JSON.stringify(recording)),
    timeShift,
  }));
  running.push(osquery);
  return osquery.run(sql);
};

test('answers any SELECT from what the machine held when it was recorded', async () => {
  expect(
    await ask(
      "SELECT p.cmdline, f.path FROM processes p JOIN file f ON f.path LIKE '%shell.php' WHERE p.pid = 9"
    )
  ).toMatchObject({
    kind: 'rows',
    rows: [{ cmdline: 'sh -c id', path: '/var/www/uploads/shell.php' }],
  });
  expect(await ask("SELECT count(*) AS n FROM file WHERE path LIKE '/var/www/%%'")).toMatchObject({
    rows: [{ n: '3' }],
  });
});

test('moves the times of the recording', async () => {
  const find = async (timeShift: number) =>
    ask('SELECT start_time FROM processes WHERE pid = 9', timeShift);
  const [as, moved] = [await find(0), await find(60_000)];
  const toTime = (outcome: typeof as): number =>
    outcome.kind === 'rows' ? Number(outcome.rows[0]?.['start_time']) : NaN;
  expect(toTime(as)).toBeGreaterThan(1_700_000_000);
  expect(toTime(moved) - toTime(as)).toBe(60);
});

test('says of a table that was not recorded that it is not there, not that it is empty', async () => {
  expect(await ask('SELECT * FROM users')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('Table users is not part of this recording'),
  });
});

test('a recording that can not be read is a failed query, tried again by the next', async () => {
  let isThere = false;
  const osquery = createRecordedOsquery(async () => {
    if (!isThere) throw new Error('no such file');
    return { recording, timeShift: 0 };
  });
  running.push(osquery);
  expect(await osquery.run('SELECT 1')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('no such file'),
  });
  isThere = true;
  expect(await osquery.run('SELECT pid FROM processes')).toMatchObject({ kind: 'rows' });
});
