import { describe, expect, test } from 'vitest';
import type { ResultTable } from '../result_table';
import { findNewListeners, isListenerTable } from './new_listeners';

const ALERT = Date.parse('2026-11-24T12:00:00.000Z');
const HOUR = 3_600_000;

const toTable = (names: string, ...rows: readonly string[]): ResultTable => ({
  columns: names.split(' ').map((name) => ({ name, type: 'text' })),
  rows: rows.map((row) => row.split('|')),
});

const NAMES = 'protocol address port name path started';
const NGINX = '6|0.0.0.0|80|nginx|/usr/sbin/nginx|2026-11-01 00:00:00';
const SHELL = '6|0.0.0.0|4444|nc|/bin/nc|2026-11-24 11:59:58';

const listen = (...rows: readonly string[]): ResultTable => toTable(NAMES, ...rows);
const look = (hours: number, ...rows: readonly string[]) => ({
  ...{ at: ALERT - hours * HOUR, table: listen(...rows) },
  isCut: false,
});
const find = (table: ResultTable, looks: Parameters<typeof findNewListeners>[1]) =>
  Object.fromEntries(
    [...findNewListeners(table, looks, ALERT)].map(([cells, novelty]) => [cells[2], novelty])
  );

describe('which rows are listeners', () => {
  test.each([
    ['protocol address port', true],
    [NAMES, true],
    ['pid address port', false],
    ['protocol local_address local_port remote_address remote_port', false],
  ])('%s: %s', (names, expected) => expect(isListenerTable(toTable(names))).toBe(expected));
});

test('marks what no earlier look shows', () => {
  expect(find(listen(NGINX, SHELL), [look(50, NGINX), look(30, NGINX)])).toEqual({
    4444: 'new_listener',
  });
});

test.each([
  ['protocol', SHELL.replace('6|', '17|')],
  ['address', SHELL.replace('0.0.0.0', '127.0.0.1')],
  ['port', SHELL.replace('4444', '4445')],
  ['name', SHELL.replace('nc|', 'ncat|')],
  ['path', SHELL.replace('/bin/nc', '/tmp/nc')],
])('tells listeners apart by %s', (_column, other) => {
  expect(find(listen(SHELL), [look(30, other)])).toEqual({ 4444: 'new_listener' });
});

test('knows a service that was started anew, and columns in another order', () => {
  const restarted = SHELL.replace('11:59:58', '08:00:00');
  const reordered = toTable('path name port address protocol', '/bin/nc|nc|4444|0.0.0.0|6');
  const earlier = { at: ALERT - 30 * HOUR, table: reordered, isCut: false };
  expect(find(listen(restarted), [earlier])).toEqual({});
});

test('marks what earlier looks began to show within the day before, such as for the first alert of an intrusion', () => {
  const looks = [look(30, NGINX), look(2, NGINX, SHELL), look(1, NGINX, SHELL)];
  expect(find(listen(NGINX, SHELL), looks)).toEqual({ 4444: 'recent_listener' });
  expect(find(listen(SHELL), [look(50, NGINX), look(30, SHELL), look(1, SHELL)])).toEqual({});
});

test('goes by the start of programs where there is no earlier look, or none a day old', () => {
  expect(find(listen(NGINX, SHELL), [])).toEqual({ 4444: 'recent_program' });
  expect(find(listen(NGINX, SHELL), [look(2, NGINX, SHELL)])).toEqual({ 4444: 'recent_program' });
  expect(find(listen(NGINX, SHELL), [look(30, NGINX, SHELL)])).toEqual({});
});

test('marks nothing where there is neither a look nor a program’s start', () => {
  expect(find(toTable('protocol address port', '6|0.0.0.0|4444'), [])).toEqual({});
  expect(find(listen('6|0.0.0.0|4444|||'), [])).toEqual({});
});

test('has nothing to say of Unix sockets, which have no port', () => {
  expect(find(listen('0||0|x|/run/x|', '0|||x|/run/x|'), [look(30, NGINX)])).toEqual({});
});
