import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalOsquery } from '../create_local_osquery';
import type { LocalOsquery } from '../local_osquery';

let osquery: LocalOsquery;
beforeAll(() => {
  osquery = createLocalOsquery({ searchPath: '' });
});
afterAll(() => osquery.close());

const evaluate = async (expression: string): Promise<string> => {
  const outcome = await osquery.run(`SELECT ${expression} AS value`, { timeoutMs: 600_000 });
  if (outcome.kind === 'failed') return `failed: ${outcome.message}`;
  return outcome.kind === 'rows' ? (outcome.rows[0]?.['value'] ?? 'no row') : outcome.kind;
};

test.each([
  ["split('/var/www/html', '/', 0)", 'var'],
  ["split('a ;; b-c', ';-', 1)", 'b'],
  ["split('[x]^y', '^]', 1)", 'y'],
  ["split('a,b', ',', 2) IS NULL", '1'],
  ["split('a,b', ',', -1) IS NULL", '1'],
  ["split(NULL, ',', 0) IS NULL", '1'],
  ["split('a', '', 0)", 'failed: Invalid input to split function'],
  ['split(1001, 1, 0)', '00'],
  ["regex_split('GET  /x?cmd=id', '(\\s|\\?)+', 2)", 'cmd=id'],
  ["regex_split('a;b', ';', 1)", 'b'],
  ["regex_split('a;b', ';', 2) IS NULL", '1'],
  ["regex_match('sh -c id', '(\\w+) -c (.*)', 2)", 'id'],
  ["regex_match('abc', '(x)?b', 1)", ''],
  ["regex_match('abc', 'b', 1) IS NULL", '1'],
  ["regex_match('abc', 'z', 0) IS NULL", '1'],
  ["regex_match('abc', '(', 0)", 'failed: Invalid regex'],
  ["parent_directory('/tmp/.x/sh')", '/tmp/.x'],
  ["parent_directory('sh') IS NULL", '1'],
  ["concat('a', NULL, 1)", 'a1'],
  ["concat_ws('-', 'a', NULL, 'b')", 'a-b'],
])('takes text apart: %s', async (expression, value) => {
  expect(await evaluate(expression)).toBe(value);
});

test.each([
  ["md5('admin')", '21232f297a57a5a743894a0e4a801fc3'],
  ["sha1('admin')", 'd033e22ae348aeb5660fc2140aec35850c4da997'],
  ["sha256('')", 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['sha256(NULL) IS NULL', '1'],
  ["to_base64('id; uname -a')", 'aWQ7IHVuYW1lIC1h'],
  ["from_base64('Y3VybCBodHRwOi8v\n')", 'curl http://'],
  ["from_base64('no base64!')", ''],
  ["conditional_to_base64('plain')", 'plain'],
  ["conditional_to_base64('日')", '5pel'],
])('hashes and encodes: %s', async (expression, value) => {
  expect(await evaluate(expression)).toBe(value);
});

test.each([
  ["inet_aton('1.0.1.5')", '16777477'],
  ["inet_aton('255.255.255.255')", '4294967295'],
  ["inet_aton('::1') IS NULL", '1'],
  ["in_cidr_block('10.0.0.0/26', '10.0.0.24')", '1'],
  ["in_cidr_block('10.0.0.0/26', '10.0.0.64')", '0'],
  ["in_cidr_block('0.0.0.0/0', '8.8.8.8')", '1'],
  ["in_cidr_block('10.0.0.0/8', '::ffff:10.1.2.3')", '1'],
  ["in_cidr_block('2001:db8::/48', '2001:db8:0:ffff::1')", '1'],
  ["in_cidr_block('10.0.0.0/8', '') IS NULL", '1'],
  ["in_cidr_block('10.0.0.0/33', '10.0.0.1')", 'failed: 10.0.0.0/33 is no CIDR block'],
  [
    "community_id_v1('66.35.250.204', '128.232.110.120', 80, 34855, 6)",
    '1:LQU9qZlK+B5F3KDmev6m5PMibrg=',
  ],
  [
    "community_id_v1('128.232.110.120', '66.35.250.204', 34855, 80, 6)",
    '1:LQU9qZlK+B5F3KDmev6m5PMibrg=',
  ],
  [
    "community_id_v1('66.35.250.204', '2001:0:3238:DFE1:63::FEFB', 80, 2347, 6, 37)",
    '1:jmJ2ORP31di4mtsQPIKzyoEb3yo=',
  ],
  ["community_id_v1('', '1.1.1.1', 1, 2, 6) IS NULL", '1'],
  [
    "community_id_v1_strict('1.1.1.1', '1.1.1.1', 1, 70000, 6)",
    'failed: Community ID: port must be a whole number from 0 to 65535',
  ],
])('understands addresses and connections: %s', async (expression, value) => {
  expect(await evaluate(expression)).toBe(value);
});

test.each([
  ["version_compare('1.10', '1.9')", '1'],
  ["version_compare('50.4.1b', '50.4.1c')", '-1'],
  ["version_compare('1.0', '1.0')", '0'],
  ["'20.10a' > '20.102' COLLATE version", '1'],
  ["'1:0.0' = '1.0.0' COLLATE version", '1'],
  ["'1.0.0' < '1.0.0-2' COLLATE version", '1'],
  ["'190.10a' > '20.10a' COLLATE version", '1'],
  ["'8.11' > '8.10.24' COLLATE version", '1'],
])('orders versions: %s', async (expression, value) => {
  expect(await evaluate(expression)).toBe(value);
});

test.each([
  ['ceil(1.2)', '2'],
  ['floor(-1.2)', '-2'],
  ['ceil(9223372036854775807)', '9223372036854775807'],
  ['round(log(10), 6)', '2.302585'],
  ['round(cot(1), 6)', '0.642093'],
  ['log(0) IS NULL', '1'],
  ['0.1 + 0.2', '0.3'],
  ['1e21', '1e+21'],
  ['2.0', '2.0'],
])('computes as Osquery does: %s', async (expression, value) => {
  expect(await evaluate(expression)).toBe(value);
});

test('ends a pattern that never comes to an end', async () => {
  const sql = "SELECT regex_match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '^(a+)+$', 0)";
  expect(await osquery.run(sql, { timeoutMs: 300 })).toEqual({ kind: 'timed_out', afterMs: 300 });
});
