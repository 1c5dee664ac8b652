import { expect, test } from 'vitest';
import type { ResultTable } from '../result_table';
import { findTellingRows, mergeTellingRows } from './telling_rows';

const FACTS = {
  pids: ['7307'],
  users: new Set(['33']),
  files: new Set(['/tmp/.x']),
  addresses: new Set<string>(),
  ports: new Set<string>(),
};

const toTable = (columns: readonly string[], ...rows: readonly string[][]): ResultTable => ({
  columns: columns.map((name) => ({ name, type: 'text' })),
  rows,
});

test('tells a row by the columns that say what it is about, without those that are empty', () => {
  const table = toTable(
    ['fd', 'pid', 'remote_address', 'remote_port', 'state', 'path'],
    ['3', '7307', '203.0.113.66', '4444', 'ESTABLISHED', '']
  );
  expect(findTellingRows(table, FACTS, 2)).toEqual([
    {
      concerns: ['process', 'public_address'],
      text: 'pid 7307 · remote_address 203.0.113.66 · remote_port 4444 · state ESTABLISHED',
      weight: 4,
    },
  ]);
});

test('leaves out what only runs as the same user, and what has nothing to do with the alert', () => {
  const table = toTable(['pid', 'uid'], ['12', '33'], ['13', '0']);
  expect(findTellingRows(table, FACTS, 2)).toEqual([]);
});

test('takes the first columns of a table that has none of the known ones', () => {
  const table = toTable(
    ['directory', 'b', 'c', 'd', 'e', 'f'],
    ['/tmp/.x', '2', '3', '', '5', '6']
  );
  expect(findTellingRows(table, FACTS, 2)[0]?.text).toBe('directory /tmp/.x · b 2 · c 3 · e 5');
});

test('gives as many rows as are asked for, and no row more text than a line holds', () => {
  const table = toTable(['pid', 'cmdline'], ['7307', 'x'.repeat(999)], ['7307', ''], ['7307', '']);
  const rows = findTellingRows(table, FACTS, 2);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.text.length).toBeLessThanOrEqual(201);
});

test('puts a port before a file it names, and leaves out what every process holds open', () => {
  const weigh = (columns: readonly string[], ...rows: readonly string[][]): readonly number[] =>
    findTellingRows(toTable(columns, ...rows), FACTS, 9).map(({ weight }) => weight);
  expect(weigh(['pid', 'port'], ['7307', '0'], ['7307', '31337'])).toEqual([3, 1]);
  expect(
    weigh(
      ['pid', 'fd', 'path'],
      ['7307', '0', '/dev/null'],
      ['7307', '1', 'pipe:[1]'],
      ['7307', '2', '/var/log/apache2/error.log'],
      ['7307', '3', '/srv/app/.loot'],
      ['7307', '4', '/tmp/.x']
    )
  ).toEqual([2, 1]);
});

test('shows a process once that several queries answer with, after what tells more', () => {
  const toRow = (text: string, weight: number) => ({ concerns: [], text, weight });
  expect(
    mergeTellingRows([
      toRow('name sh', 1),
      toRow('pid 7 · name sh', 1),
      toRow('pid 7 · name sh', 1),
      toRow('pid 7 · port 4444', 3),
    ]).map(({ text }) => text)
  ).toEqual(['pid 7 · port 4444', 'pid 7 · name sh']);
});
