import { expect, test } from 'vitest';
import type { ResultTable } from '../../../common/osquery/result_table';
import { toShownTable, type ShownOptions } from './shown_table';

const TABLE: ResultTable = {
  columns: [
    { name: 'pid', type: 'number' },
    { name: 'name', type: 'text' },
  ],
  rows: [
    ['10', 'sh'],
    ['9', 'nc'],
  ],
};

const show = (options: Partial<ShownOptions>): ResultTable =>
  toShownTable(TABLE, { hidden: new Set(), words: '', ...options });

test('sorts by a column even after it is hidden', () => {
  expect(show({ sort: { column: 'pid', order: 'asc' }, hidden: new Set(['pid']) })).toEqual({
    columns: [{ name: 'name', type: 'text' }],
    rows: [['nc'], ['sh']],
  });
});

test('keeps the order of the answer while nobody sorts, or by a column that is gone', () => {
  expect(show({}).rows).toEqual(TABLE.rows);
  expect(show({ sort: { column: 'uid', order: 'asc' } }).rows).toEqual(TABLE.rows);
});

test('keeps the rows that hold every word in a shown cell, whatever its case', () => {
  expect(show({ words: ' NC ' }).rows).toEqual([['9', 'nc']]);
  expect(show({ words: '9 nc' }).rows).toEqual([['9', 'nc']]);
  expect(show({ words: '10 nc' }).rows).toEqual([]);
  expect(show({ words: '9', hidden: new Set(['pid']) }).rows).toEqual([]);
});
