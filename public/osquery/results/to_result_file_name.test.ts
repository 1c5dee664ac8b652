import { expect, test } from 'vitest';
import { toResultFileName } from './to_result_file_name';

const RUN = {
  id: 'a',
  queryId: 'q',
  sql: 'SELECT 1',
  alertId: 'alert',
  agentId: 'agent',
  startedAt: Date.UTC(2026, 10, 24, 3, 0, 5),
};

test.each([
  ['Osquery - List listening ports', 'Osquery_List_listening_ports_2026-11-24-03-00-05.csv'],
  ['检索侦听端口', '检索侦听端口_2026-11-24-03-00-05.csv'],
  ['../../.bashrc\u202e', 'bashrc_2026-11-24-03-00-05.csv'],
  ['', 'osquery_2026-11-24-03-00-05.csv'],
])('names the file of a run called %j', (label, name) => {
  expect(toResultFileName({ ...RUN, label }, 'csv', false)).toBe(name);
});

test('says in the name that not all rows are in it', () => {
  expect(toResultFileName({ ...RUN, label: 'Ports' }, 'ndjson', true)).toBe(
    'Ports_2026-11-24-03-00-05_filtered.ndjson'
  );
});
