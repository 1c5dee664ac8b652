import { expect, test } from 'vitest';
import type { AlertRow } from '../store/alerts/alert_row';
import { createAlertRows } from '../store/alerts/alert_rows';
import { createValueCounter } from './count_values';

const toRow = (uuid: string, extra: Partial<AlertRow> = {}): AlertRow => ({
  uuid,
  rowId: uuid,
  isFolded: false,
  isTree: true,
  severity: 'high',
  eventTime: 1,
  raisedAt: 1,
  status: 'open',
  riskScore: 73,
  hosts: ['web-01'],
  users: ['www-data'],
  processes: ['sh'],
  sources: ['unknown'],
  servers: ['nginx'],
  signKinds: [],
  text: 'id',
  isTextCut: false,
  ...extra,
});

test('counts each value of the rows, the most frequent first, and anew once a row comes or names another', () => {
  const rows = createAlertRows();
  const countValues = createValueCounter();
  const countAll = () => countValues(rows.list(-Infinity, Infinity));
  rows.put([toRow('a'), toRow('b', { hosts: ['web-02'] }), toRow('c')]);
  expect(countAll().hosts).toEqual([
    { value: 'web-01', count: 2 },
    { value: 'web-02', count: 1 },
  ]);
  rows.put([toRow('d', { hosts: ['web-02', 'web-03'] })]);
  expect(countAll().hosts.map(({ count }) => count)).toEqual([2, 2, 1]);
  const before = countAll();
  rows.put([toRow('a', { status: 'closed' })]);
  expect(countAll()).toBe(before);
  rows.put([toRow('a', { signKinds: ['discovery'] })]);
  expect(countAll().signKinds).toEqual([{ value: 'discovery', count: 1 }]);
});
