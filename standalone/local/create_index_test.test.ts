import { expect, test } from 'vitest';
import { createIndexTest } from './create_index_test';

test('takes a star for anything and every other character for itself', () => {
  const isNamed = createIndexTest(['logs-endpoint.events.*', 'endgame-*']);
  expect(isNamed('logs-endpoint.events.process-default')).toBe(true);
  expect(isNamed('endgame-4.28.4-000001')).toBe(true);
  expect(isNamed('logs-endpointxevents.process-default')).toBe(false);
  expect(isNamed('x-logs-endpoint.events.process-default')).toBe(false);
});

test('finds the backing indices of a data stream under its name and under their own', () => {
  const backing = '.ds-logs-endpoint.events.process-default-2026.11.24-000001';
  expect(createIndexTest(['logs-endpoint.events.*'])(backing)).toBe(true);
  expect(createIndexTest(['.ds-logs-endpoint.events.process*'])(backing)).toBe(true);
  expect(createIndexTest(['logs-system.*'])(backing)).toBe(false);
});

test('takes away again what a pattern with a minus names', () => {
  const isNamed = createIndexTest(['logs-*,-logs-system.*', ' endgame-* ']);
  expect(isNamed('logs-endpoint.events.process-default')).toBe(true);
  expect(isNamed('logs-system.auth-default')).toBe(false);
  expect(isNamed('endgame-1')).toBe(true);
});

test('names nothing of another cluster and nothing for no patterns', () => {
  expect(createIndexTest(['remote:logs-*'])('logs-a')).toBe(false);
  expect(createIndexTest([''])('logs-a')).toBe(false);
  expect(createIndexTest(['_all'])('logs-a')).toBe(true);
});
