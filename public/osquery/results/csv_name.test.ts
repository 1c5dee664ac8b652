import { expect, test } from 'vitest';
import { toCsvName } from './csv_name';

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
  expect(toCsvName({ ...RUN, label })).toBe(name);
});
