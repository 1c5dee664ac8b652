import { expect, it } from 'vitest';
import { reportOutcome } from './report_outcome';

const OUTCOME = {
  startedAt: new Date('2026-11-24T12:00:00.000Z'),
  interval: '5m',
  windows: [],
  found: {
    ...{ matches: [], left: [], leftCount: 0 },
    ...{ sliceMs: undefined, overfullTime: undefined, failure: undefined },
  },
  raised: { alerts: [], again: [], overflow: [], passed: [], quietCount: 0 },
  lost: { retried: [], abandoned: [] },
  stale: 0,
  unread: [],
  storesAfterRun: true,
};

it('warns of stored alerts that could not be brought up to date, and where to look', () => {
  expect(reportOutcome(undefined, OUTCOME)).toEqual({ outcome: 'succeeded', messages: [] });
  const { outcome, messages } = reportOutcome(undefined, { ...OUTCOME, stale: 2 });
  expect(outcome).toBe('warning');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/^2 alerts could not be brought up to date.*closed to changes\.$/);
});

it('warns of access logs that could not be read, and names the first', () => {
  const unread = ['a: gone', 'b: no rights', 'c: no rights', 'd: no rights'];
  const { outcome, messages } = reportOutcome(undefined, { ...OUTCOME, unread });
  expect(outcome).toBe('warning');
  expect(messages).toEqual([
    expect.stringContaining(
      '4 access logs could not be read (a: gone; b: no rights; c: no rights)'
    ),
  ]);
});
