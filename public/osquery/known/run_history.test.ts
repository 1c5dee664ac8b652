import { expect, test } from 'vitest';
import { mergeRuns } from './merge_runs';
import type { SentRun } from '../run';
import { toRunHistory } from './run_history';

const toAnswer = (...items: unknown[]): unknown => ({ data: { items, total: items.length } });

test('reads single values of a stored document and lists of extracted fields alike', () => {
  const stored = {
    _source: {
      action_id: 'a1',
      user_id: 'ann',
      alert_ids: ['alert-1', 7],
      metadata: { web_server_rce: 'other' },
      '@timestamp': '2026-11-24T01:00:00.000Z',
      agents: ['agent-1'],
      queries: [{ action_id: 'q1', id: 'b2f0', query: 'SELECT 1' }],
    },
  };
  const extracted = {
    fields: {
      action_id: ['a2'],
      alert_ids: ['alert-1', 'alert-2'],
      'metadata.web_server_rce': ['evidence'],
      '@timestamp': ['2026-11-24T02:00:00.000Z'],
      agents: ['agent-2'],
      queries: [{ action_id: ['q2'], id: ['Crontab'], query: ['SELECT 2'], agents: ['agent-3'] }],
    },
  };
  expect(toRunHistory(toAnswer(stored, extracted))).toEqual([
    {
      id: 'a2',
      queryId: 'q2',
      sql: 'SELECT 2',
      agentId: 'agent-3',
      startedAt: Date.UTC(2026, 10, 24, 2),
      label: 'Crontab',
      isEvidence: true,
      alertIds: ['alert-1', 'alert-2'],
      userName: undefined,
    },
    {
      id: 'a1',
      queryId: 'q1',
      sql: 'SELECT 1',
      agentId: 'agent-1',
      startedAt: Date.UTC(2026, 10, 24, 1),
      label: '',
      isEvidence: false,
      alertIds: ['alert-1'],
      userName: 'ann',
    },
  ]);
});

test.each([
  undefined,
  null,
  'text',
  {},
  { data: {} },
  toAnswer(null, {}, { _source: { action_id: 'a' } }),
])('finds no run in %j', (answer) => {
  expect(toRunHistory(answer)).toEqual([]);
});

test('lists a run once, with the name this browser or the guide knows', () => {
  const remembered: SentRun = {
    id: 'a1',
    queryId: 'q1',
    label: 'Ports',
    sql: 'SELECT 1',
    alertId: 'alert-1',
    agentId: 'agent-1',
    startedAt: 2000,
  };
  const facts = { label: '', isEvidence: false, alertIds: ['alert-1'], userName: undefined };
  const history = [
    { ...facts, id: 'a1', queryId: 'q1', sql: 'SELECT 1', agentId: 'agent-1', startedAt: 1990 },
    { ...facts, id: 'a3', queryId: 'q3', sql: 'SELECT 3', agentId: 'agent-1', startedAt: 3000 },
    { ...facts, id: 'a0', queryId: 'q0', sql: 'SELECT 0', agentId: 'agent-1', startedAt: 1000 },
  ];
  const runs = mergeRuns([remembered], history, 'alert-1', new Map([['SELECT 3', 'Crontab']]));
  expect(runs.map(({ queryId, label }) => [queryId, label])).toEqual([
    ['q3', 'Crontab'],
    ['q1', 'Ports'],
    ['q0', ''],
  ]);
});

test('takes evidence of another alert for a query of its own, and nothing else of it', () => {
  const other = { label: '', alertIds: ['alert-2'], userName: undefined, agentId: 'agent-1' };
  const history = [
    { ...other, id: 'a1', queryId: 'q1', sql: 'SELECT 1', startedAt: 3000, isEvidence: true },
    { ...other, id: 'a2', queryId: 'q2', sql: 'SELECT 2', startedAt: 2000, isEvidence: true },
    { ...other, id: 'a3', queryId: 'q3', sql: 'SELECT 1', startedAt: 1000, isEvidence: false },
  ];
  const runs = mergeRuns([], history, 'alert-1', new Map([['SELECT 1', 'Crontab']]));
  expect(runs.map(({ queryId, alertId, label }) => [queryId, alertId, label])).toEqual([
    ['q1', 'alert-1', 'Crontab'],
  ]);
});
