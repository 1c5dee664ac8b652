import { expect, it } from 'vitest';
import { findHistogramPart, toHistogramParts } from '../../common/alert/histogram';
import { applyChange } from '../../common/triage/apply_change';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import { toHandlingTimes } from './to_handling_times';
import { toMedian } from './to_median';

const RAISED = { raisedAt: '2026-11-24T12:00:00.000Z' };
const toTriage = (...changes: readonly [minute: number, change: TriageChange][]): Triage =>
  changes.reduce((triage, [minute, change]) => {
    const at = `2026-11-24T12:0${minute}:00.000Z`;
    return applyChange(triage, change, { by: 'ann', at });
  }, NO_TRIAGE);

it('takes the middle', () => {
  expect(toMedian([])).toBeUndefined();
  expect(toMedian([30, 1, 2])).toBe(2);
});

it('counts from the alert to the first notice and to the first closing', () => {
  const triage = toTriage(
    [1, { kind: 'note', text: 'x' }],
    [2, { kind: 'status', status: 'acknowledged' }],
    [5, { kind: 'verdict', verdict: 'benign', comment: '' }],
    [6, { kind: 'status', status: 'open' }],
    [9, { kind: 'status', status: 'closed' }]
  );
  expect(toHandlingTimes(RAISED, triage)).toEqual({ acknowledgeMs: 120_000, closeMs: 300_000 });
});

it('takes a closing for a notice too, and says nothing where nobody acted', () => {
  const reopened = toTriage([1, { kind: 'status', status: 'open' }]);
  expect(toHandlingTimes(RAISED, reopened)).toEqual({});
  const closed = toTriage([3, { kind: 'status', status: 'closed' }]);
  expect(toHandlingTimes(RAISED, closed)).toEqual({ acknowledgeMs: 180_000, closeMs: 180_000 });
  expect(toHandlingTimes(RAISED, NO_TRIAGE)).toEqual({});
});

it('cuts a period into equal parts that hold its first and its last moment', () => {
  for (const [first, last] of [
    [1000, 1000],
    [1000, 1029],
    [0, 86_400_000],
  ] as const) {
    const parts = toHistogramParts(first, last);
    expect(findHistogramPart(parts, first)).toBe(0);
    expect(findHistogramPart(parts, last)).toBeLessThan(parts.length);
    expect(parts.at(-1)?.to).toBeGreaterThan(last);
  }
});
