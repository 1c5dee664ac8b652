import { expect, test } from 'vitest';
import { parseRunFilterKql, toHostMoment, toRunFilterKql, type RunFilter } from './run_filter';

const host = toHostMoment('agent "1"', '2026-11-24T10:00:00.000Z');

test('a host’s moment reaches as far as alerts share its answers, to both sides', () => {
  expect(host).toEqual({
    agentId: 'agent "1"',
    from: '2026-11-24T09:59:00.000Z',
    to: '2026-11-24T10:01:00.000Z',
  });
});

test('asks for the runs of the alert, and for those of its host about its moment', () => {
  expect(toRunFilterKql({ alertId: 'a' })).toBe('alert_ids: "a"');
  expect(toRunFilterKql({ alertId: 'a', host })).toBe(
    '(alert_ids: "a" or (agents: "agent \\"1\\"" and @timestamp >= "2026-11-24T09:59:00.000Z" and @timestamp <= "2026-11-24T10:01:00.000Z"))'
  );
});

test('asks for the runs of one query on one host in a period, its lines as one', () => {
  expect(toRunFilterKql({ sql: 'SELECT "a"\n  FROM b\n', host })).toBe(
    '(queries.query: "SELECT \\"a\\" FROM b" and agents: "agent \\"1\\"" and @timestamp >= "2026-11-24T09:59:00.000Z" and @timestamp <= "2026-11-24T10:01:00.000Z")'
  );
});

test.each<RunFilter>([
  { alertId: 'a' },
  { alertId: 'a", agents: "x' },
  { alertId: '\\', host },
  { alertId: ') or (', host: { ...host, agentId: '" or "' } },
  { sql: 'SELECT 1', host },
  { sql: 'SELECT "a\\" and agents: "x" and', host: { ...host, agentId: '" or "' } },
])('reads back what it wrote: %j', (filter) => {
  expect(parseRunFilterKql(toRunFilterKql(filter))).toEqual(filter);
});

test('reads a filter by alert in other spellings, and nothing else', () => {
  expect(parseRunFilterKql(' alert_ids:alert-1 ')).toEqual({ alertId: 'alert-1' });
  for (const kql of ['', 'user_id:x', 'alert_ids:a or b', '(alert_ids: "a" or (agents: "x"))']) {
    expect(parseRunFilterKql(kql)).toBeUndefined();
  }
});
