import { expect, test } from 'vitest';
import { alertQuerySchema } from '../../common/api/find_alerts';
import type { AlertRow } from '../store/alerts/alert_row';
import { compareRows, toSortedRow } from './compare_rows';

const toRow = (uuid: string, parts: Partial<AlertRow> = {}): AlertRow => ({
  ...{ uuid, eventTime: 0, raisedAt: 0, riskScore: 0, status: 'open', text: '', isTextCut: false },
  ...{ rowId: uuid, isFolded: false, isTree: false, severity: 'high' as const },
  ...{ servers: [], sources: [], signKinds: [] },
  ...{ hosts: [], users: [], processes: [] },
  ...parts,
});

const sort = (rows: readonly AlertRow[], query: object): string[] => {
  const { sortField, sortOrder } = alertQuerySchema.parse(query);
  return rows
    .map((row) => toSortedRow(row, { sortField, sortOrder }))
    .sort(compareRows(sortOrder))
    .map(({ row }) => row.uuid);
};

test.each(['asc', 'desc'])(
  'breaks ties by uuid, whatever the order of the rest: %s',
  (sortOrder) => {
    const rows = ['c', 'a', 'd', 'b'].map((uuid) => toRow(uuid));
    for (const sortField of ['eventTime', 'raisedAt', 'host', 'riskScore', 'status'])
      expect(sort(rows, { sortField, sortOrder }), sortField).toEqual(['a', 'b', 'c', 'd']);
  }
);

test('takes the first of several values in the order asked for, and puts rows without one last', () => {
  const rows = [toRow('none'), toRow('b y', { hosts: ['y', 'b'] }), toRow('c', { hosts: ['c'] })];
  expect(sort(rows, { sortField: 'host', sortOrder: 'asc' })).toEqual(['b y', 'c', 'none']);
  expect(sort(rows, { sortField: 'host', sortOrder: 'desc' })).toEqual(['b y', 'c', 'none']);
});
