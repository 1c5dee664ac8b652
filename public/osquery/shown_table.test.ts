import { expect, test } from 'vitest';
import type { ResultTable } from '../../common/osquery/result_table';
import { toShownTable } from './shown_table';

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

test('sorts by a column even after it is hidden', () => {
  expect(toShownTable(TABLE, { column: 'pid', order: 'asc' }, new Set(['pid']))).toEqual({
    columns: [{ name: 'name', type: 'text' }],
    rows: [['nc'], ['sh']],
  });
});

test('keeps the order of the answer while nobody sorts, or by a column that is gone', () => {
  expect(toShownTable(TABLE, undefined, new Set()).rows).toEqual(TABLE.rows);
  expect(toShownTable(TABLE, { column: 'uid', order: 'asc' }, new Set()).rows).toEqual(TABLE.rows);
});
