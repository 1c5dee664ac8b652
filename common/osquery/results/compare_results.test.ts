import { expect, test } from 'vitest';
import type { ResultTable } from '../result_table';
import { compareResults } from './compare_results';

const toTable = (names: readonly string[], ...rows: readonly string[][]): ResultTable => ({
  columns: names.map((name) => ({ name, type: 'text' })),
  rows,
});

test('tells what was added, what changed and what is gone, by what a row is about', () => {
  const earlier = toTable(['pid', 'state'], ['1', 'S'], ['2', 'S'], ['3', 'S']);
  const later = toTable(['pid', 'state'], ['1', 'S'], ['2', 'Z'], ['4', 'R']);
  expect(compareResults(earlier, later)).toEqual({
    columns: later.columns,
    rows: [
      { kind: 'added', cells: ['4', 'R'], before: new Map() },
      { kind: 'changed', cells: ['2', 'Z'], before: new Map([[1, 'S']]) },
      { kind: 'gone', cells: ['3', 'S'], before: new Map() },
    ],
    same: 1,
  });
});

test('does not take a new process under an old number for the old one', () => {
  const names = ['pid', 'start_time'];
  const { rows } = compareResults(toTable(names, ['7', '100']), toTable(names, ['7', '900']));
  expect(rows.map(({ kind }) => kind)).toEqual(['added', 'gone']);
});

test('compares rows as a whole where no column says what they are about, and counts those alike', () => {
  const earlier = toTable(['note'], ['x'], ['x'], ['y']);
  const later = toTable(['note'], ['x'], ['z']);
  const { rows, same } = compareResults(earlier, later);
  expect(rows.map(({ kind, cells }) => [kind, ...cells])).toEqual([
    ['added', 'z'],
    ['gone', 'x'],
    ['gone', 'y'],
  ]);
  expect(same).toBe(1);
});

test('compares runs whose columns differ', () => {
  const earlier = toTable(['pid', 'old'], ['1', 'a']);
  const later = toTable(['new', 'pid'], ['b', '1']);
  expect(compareResults(earlier, later).rows).toEqual([
    {
      kind: 'changed',
      cells: ['b', '1', ''],
      before: new Map([
        [0, ''],
        [2, 'a'],
      ]),
    },
  ]);
});

test('finds that nothing happened, and compares ten thousand rows at once', () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [String(index), 'S']);
  const table = toTable(['pid', 'state'], ...rows);
  expect(compareResults(table, table)).toMatchObject({ rows: [], same: 10_000 });
});
