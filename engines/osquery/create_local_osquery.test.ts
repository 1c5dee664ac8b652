import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLocalOsquery } from './create_local_osquery';
import type { LocalOsquery } from './local_osquery';

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)';

vi.setConfig({ testTimeout: 60_000 });

let osquery: LocalOsquery;
/** Other tests may have the machine busy: where time is not what is tested, there is plenty. */
const PATIENT = { timeoutMs: 600_000 };

beforeAll(() => {
  osquery = createLocalOsquery({ searchPath: '' });
});
afterAll(() => osquery.close());

test('answers with typed columns and rows as text', async () => {
  const outcome = await osquery.run(
    `SELECT pid, name, 1.0 AS whole, 2.5 AS part, NULL AS blank FROM processes WHERE pid = ${process.pid}`
  );
  expect(outcome).toMatchObject({
    kind: 'rows',
    columns: [
      { name: 'pid', type: 'BIGINT' },
      { name: 'name', type: 'TEXT' },
      { name: 'whole', type: 'DOUBLE' },
      { name: 'part', type: 'DOUBLE' },
      { name: 'blank', type: 'TEXT' },
    ],
    rows: [{ pid: String(process.pid), whole: '1.0', part: '2.5', blank: '' }],
    truncated: false,
  });
});

test('times an endless query out, answers meanwhile, and answers the next query', async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 5);
  const outcome = await osquery.run(`${ENDLESS} SELECT count(*) FROM n`, { timeoutMs: 300 });
  clearInterval(turning);
  expect(outcome).toEqual({ kind: 'timed_out', afterMs: 300 });
  expect(turns).toBeGreaterThan(1);
  expect(await osquery.run('SELECT 1 AS one')).toMatchObject({
    kind: 'rows',
    rows: [{ one: '1' }],
  });
});

test('cancels a query that runs, one that waits, and one that is cancelled already', async () => {
  const running = new AbortController();
  const waiting = new AbortController();
  const first = osquery.run(`${ENDLESS} SELECT count(*) FROM n`, { signal: running.signal });
  const second = osquery.run('SELECT 1', { signal: waiting.signal });
  const third = osquery.run('SELECT 3 AS three');
  waiting.abort();
  setTimeout(() => running.abort(), 50);
  expect(await first).toEqual({ kind: 'cancelled' });
  expect(await second).toEqual({ kind: 'cancelled' });
  expect(await third).toMatchObject({ kind: 'rows', rows: [{ three: '3' }] });
});

test('cuts rows off at the cap and says so', async () => {
  const outcome = await osquery.run(`${ENDLESS} SELECT i FROM n`, PATIENT);
  expect(outcome).toMatchObject({ kind: 'rows', truncated: true });
  expect(outcome.kind === 'rows' && outcome.rows).toHaveLength(10_000);
  const exact = await osquery.run('VALUES (1), (2)', { maxRows: 2 });
  expect(exact).toMatchObject({ kind: 'rows', truncated: false, total: 2, isTotalExact: true });
});

test('counts the rows that were cut off, as long as there is time', async () => {
  const many = `${ENDLESS} SELECT i FROM n LIMIT 62486`;
  expect(await osquery.run(many, PATIENT)).toMatchObject({
    ...{ kind: 'rows', truncated: true },
    ...{ total: 62_486, isTotalExact: true },
  });
  const outcome = await osquery.run(`${ENDLESS} SELECT i FROM n`, { maxRows: 5, timeoutMs: 1000 });
  expect(outcome).toMatchObject({ kind: 'rows', truncated: true, isTotalExact: false });
  expect(outcome.kind === 'rows' && outcome.rows).toHaveLength(5);
});

test('cuts wide rows off before they fill the memory', async () => {
  const sql = `${ENDLESS} SELECT i, hex(zeroblob(1000000)) AS wide FROM n`;
  const outcome = await osquery.run(sql, PATIENT);
  expect(outcome).toMatchObject({ kind: 'rows', truncated: true });
});

test('cuts rows of many empty columns off before they fill the memory', async () => {
  const name = 'x'.repeat(100_000);
  const sql = `${ENDLESS} SELECT '' AS ${name} FROM n`;
  const outcome = await osquery.run(sql, PATIENT);
  expect(outcome).toMatchObject({ kind: 'rows', truncated: true });
  expect(outcome.kind === 'rows' && outcome.rows.length).toBe(336);
});

test('fails a query that needs too much memory and answers the next one', async () => {
  const outcome = await osquery.run(
    `${ENDLESS} SELECT i, hex(zeroblob(1000000)) || i AS wide FROM n ORDER BY wide`,
    PATIENT
  );
  expect(outcome).toEqual({ kind: 'failed', message: 'out of memory' });
  expect(await osquery.run('SELECT 1 AS one')).toMatchObject({ kind: 'rows' });
});

test.each([
  ["ATTACH '/etc/passwd' AS x", 'Only SELECT is allowed here, and the query begins with ATTACH'],
  ['PRAGMA table_info(users)', 'Only SELECT is allowed here, and the query begins with PRAGMA'],
  ['EXPLAIN SELECT 1', 'Only SELECT is allowed here, and the query begins with EXPLAIN'],
  ['.help', 'Only SELECT is allowed here, and the query begins with .help'],
  ['--flag', 'The query is empty.'],
  [' ;; ', 'The query is empty.'],
  ['SELECT 1\0', 'The query holds a NUL character.'],
  [
    "SELECT ';' /* ; */;\nDROP TABLE users",
    'Only one statement is allowed here, and another begins at line 2, column 1.',
  ],
  ['WITH a AS (SELECT 1) DELETE FROM users', 'table users may not be modified'],
  [
    'WITH a AS (SELECT 1) INSERT INTO users(uid) VALUES (1)',
    'Only SELECT is allowed here, not writing.',
  ],
  ["SELECT load_extension('x')", 'no such function: load_extension (line 1, column 8)'],
  ["SELECT readfile('/etc/passwd')", 'no such function: readfile (line 1, column 8)'],
  ["SELECT writefile('/x', 'y')", 'no such function: writefile (line 1, column 8)'],
  ["SELECT edit('x')", 'no such function: edit (line 1, column 8)'],
  ['SELECT data FROM sqlite_dbpage', 'no such table: sqlite_dbpage'],
  ["SELECT name FROM pragma_table_info('users')", 'no such table: pragma_table_info'],
  ['SELECT * FROM nope', 'no such table: nope'],
  ['SELECT a,\n  FROM users', 'near "FROM": syntax error (line 2, column 3)'],
  ['SELECT "日本" FRM x', 'near "x": syntax error (line 1, column 17)'],
  ['SELECT zeroblob(100000000)', 'string or blob too big'],
])('refuses %j', async (sql, message) => {
  expect(await osquery.run(sql)).toEqual({ kind: 'failed', message });
});

test('accepts what reads: WITH, VALUES, comments, a closing semicolon, text in double quotes', async () => {
  const sql = '/* who */ WITH u AS (VALUES (1)) SELECT "root" AS name FROM u; -- done';
  expect(await osquery.run(sql)).toMatchObject({ kind: 'rows', rows: [{ name: 'root' }] });
});

test('ends what runs when it is closed', async () => {
  const closing = createLocalOsquery({ searchPath: '' });
  const outcome = closing.run(`${ENDLESS} SELECT count(*) FROM n`);
  await closing.close();
  expect(await outcome).toEqual({ kind: 'cancelled' });
  expect(await closing.run('SELECT 1')).toEqual({ kind: 'cancelled' });
});
