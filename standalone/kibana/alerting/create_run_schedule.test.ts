import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRunSchedule, type RunSchedule } from './create_run_schedule';
import type { StoredRule } from './stored_rule';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let schedule: RunSchedule | undefined;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  schedule?.stop();
  vi.useRealTimers();
});

const toRule = (interval: string): StoredRule => ({
  id: 'rule-1',
  name: 'Rule',
  ruleTypeId: 'test.type',
  consumer: 'test',
  enabled: true,
  interval,
  params: {},
  tags: [],
  createdAt: '2026-03-01T12:00:00.000Z',
});

const follow = (interval: string): { readonly requests: number } => {
  const counted = { requests: 0 };
  schedule = createRunSchedule(
    () => void (counted.requests += 1),
    () => new Date(0)
  );
  schedule.follow(toRule(interval));
  return counted;
};

test('asks for a run at once and then once per interval', () => {
  const counted = follow('5m');
  expect(counted.requests).toBe(1);
  vi.advanceTimersByTime(HOUR_MS);
  expect(counted.requests).toBe(13);
});

test('waits out an interval longer than a timer can be set for', () => {
  const counted = follow('60d');
  vi.advanceTimersByTime(60 * DAY_MS - 1);
  expect(counted.requests).toBe(1);
  vi.advanceTimersByTime(1);
  expect(counted.requests).toBe(2);
  vi.advanceTimersByTime(60 * DAY_MS);
  expect(counted.requests).toBe(3);
});

test('asks for no run of a rule that was switched off', () => {
  const counted = follow('5m');
  schedule?.follow({ ...toRule('5m'), enabled: false });
  vi.advanceTimersByTime(HOUR_MS);
  expect(counted.requests).toBe(1);
});
