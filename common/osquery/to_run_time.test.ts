import { expect, test } from 'vitest';
import { liveQueryResponsesSchema } from './live_query_api';
import { toRunTime } from './to_run_time';

const read = (fields: unknown) =>
  toRunTime(liveQueryResponsesSchema.parse({ edges: [{ fields }] }));

test('tells how long an agent took, and nothing where it does not say', () => {
  const started_at = ['2026-11-24T03:00:00.000Z'];
  expect(read({ started_at, completed_at: ['2026-11-24T03:00:00.250Z'] })).toBe(250);
  expect(read({ started_at, completed_at: ['2026-11-24T02:00:00.000Z'] })).toBeUndefined();
  expect(read({ started_at })).toBeUndefined();
  expect(read({ started_at: [7], completed_at: 'x' })).toBeUndefined();
  expect(toRunTime(undefined)).toBeUndefined();
});
