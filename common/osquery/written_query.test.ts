import { expect, test } from 'vitest';
import { findTableNames } from './find_table_names';
import { findWrittenQueryProblem } from './written_query';

test.each([
  ['SELECT 1', []],
  ['select * from Processes p, users AS u', ['processes', 'users']],
  ['SELECT a, b FROM x JOIN y USING (pid, uid), z WHERE c IN (1, 2)', ['x', 'y', 'z']],
  ['SELECT * FROM (SELECT pid, name FROM processes), users', ['processes', 'users']],
  ['SELECT * FROM main.processes', ['processes']],
  ['SELECT * FROM "file" LEFT JOIN `hash` ON 1 = 1', ['file', 'hash']],
  ["SELECT * FROM json_each('[1]'), time", ['time']],
  ['SELECT * FROM users WHERE uid IS DISTINCT FROM gid', ['users']],
  ['WITH t AS (SELECT * FROM users) SELECT * FROM t', ['users']],
  [
    'WITH RECURSIVE t(pid, n) AS NOT MATERIALIZED (SELECT pid, 1 FROM processes UNION SELECT p.pid, n + 1 FROM t, etc_hosts p) SELECT * FROM t',
    ['processes', 'etc_hosts'],
  ],
  ["SELECT 'from evil' -- from comment\n FROM users ORDER BY uid, gid", ['users']],
])('of %s the tables are %j', (sql, names) => {
  expect(findTableNames(sql)).toEqual(names);
});

test('lets through one SELECT of tables that Osquery has on Linux', () => {
  expect(
    findWrittenQueryProblem('SELECT * FROM processes JOIN users USING (uid);')
  ).toBeUndefined();
  expect(findWrittenQueryProblem('SELECT * FROM yara WHERE path = "/tmp/x"')).toBeUndefined();
});

test('names a table that there is not, and what was meant', () => {
  expect(findWrittenQueryProblem('SELECT * FROM listening_port')).toEqual({
    code: 'unknown_table',
    name: 'listening_port',
    similar: ['listening_ports'],
  });
  expect(findWrittenQueryProblem('SELECT * FROM registry')).toMatchObject({ name: 'registry' });
});

test.each([
  ['DELETE FROM users', 'not_select'],
  ['', 'not_select'],
  ['SELECT 1; SELECT 2', 'several_statements'],
  ["SELECT 'open", 'unclosed'],
  ['SELECT * FROM users WHERE uid = {{user.id}}', 'stray_braces'],
])('%j is not sent: %s', (sql, reason) => {
  expect(findWrittenQueryProblem(sql)).toEqual({ code: 'not_one_select', reason });
});

/** Whoever looks back from every comma does not come to the end of this one within a test's time. */
test('reads a hostile list of tables in one pass', () => {
  const sql = `SELECT * FROM users${', users'.repeat(20_000)}, nonsense`;
  expect(findWrittenQueryProblem(sql)).toMatchObject({ name: 'nonsense' });
});
