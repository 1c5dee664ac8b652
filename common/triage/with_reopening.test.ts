import { expect, it } from 'vitest';
import { applyChange } from './apply_change';
import { NO_TRIAGE } from './triage';
import { withReopening } from './with_reopening';

const REOPENED = {
  reopenedFrom: 'medium',
  severity: 'critical',
  raisedAt: '2026-11-24T12:05:00.000Z',
} as const;
const verdict = { kind: 'verdict', verdict: 'benign', comment: '' } as const;
const before = applyChange(NO_TRIAGE, verdict, { by: 'ann', at: '2026-11-24T12:00:00.000Z' });

it('says in its place that the alert is open again, and takes the verdict of before for none', () => {
  const after = { by: 'bob', at: '2026-11-24T12:10:00.000Z' };
  const triage = withReopening(applyChange(before, { kind: 'note', text: 'x' }, after), REOPENED);
  expect(triage.history.map(({ change }) => change.kind)).toEqual(['verdict', 'reopened', 'note']);
  expect(triage.history[1]).toEqual({
    by: undefined,
    at: REOPENED.raisedAt,
    change: { kind: 'reopened', from: 'medium', to: 'critical' },
  });
  expect(triage).not.toHaveProperty('verdict');
  expect(withReopening(applyChange(before, verdict, after), REOPENED).verdict?.by).toBe('bob');
});

it('changes nothing of an alert that was never open again', () => {
  const { severity, raisedAt } = REOPENED;
  expect(withReopening(before, { severity, raisedAt })).toBe(before);
});
