import { expect, it } from 'vitest';
import { applyChange, MOST_ENTRIES } from './apply_change';
import { NO_TRIAGE, type Triage } from './triage';
import type { TriageChange } from './triage_change';

const ann = { by: 'ann', at: '2026-11-24T12:00:00.000Z' };
const bob = { by: 'bob', at: '2026-11-24T12:05:00.000Z' };
const apply = (...changes: TriageChange[]): Triage =>
  changes.reduce((triage, change) => applyChange(triage, change, ann), NO_TRIAGE);

it('keeps the verdict with who gave it and when', () => {
  const given = applyChange(
    apply({ kind: 'note', text: 'looking' }),
    { kind: 'verdict', verdict: 'benign', comment: 'deploy hook' },
    bob
  );
  expect(given.verdict).toEqual({ verdict: 'benign', comment: 'deploy hook', ...bob });
  expect(given.history.map(({ by, change }) => [by, change.kind])).toEqual([
    ['ann', 'note'],
    ['bob', 'verdict'],
  ]);
});

it.each<TriageChange>([
  { kind: 'verdict_withdrawn' },
  { kind: 'status', status: 'open' },
  { kind: 'status', status: 'acknowledged' },
])('takes the verdict back by $kind, and still tells of it', (change) => {
  const triage = apply({ kind: 'verdict', verdict: 'duplicate', comment: '' }, change);
  expect(triage).not.toHaveProperty('verdict');
  expect(triage.history).toHaveLength(2);
});

it('keeps the verdict of an alert that is closed', () => {
  const triage = apply(
    { kind: 'verdict', verdict: 'true_positive', comment: '' },
    { kind: 'status', status: 'closed' }
  );
  expect(triage.verdict?.verdict).toBe('true_positive');
});

it('keeps the last state of each step', () => {
  const triage = apply(
    { kind: 'step', step: 'a', isDone: true, note: 'seen' },
    { kind: 'step', step: 'b', isDone: true, note: '' },
    { kind: 'step', step: 'a', isDone: false, note: 'again' }
  );
  expect(triage.steps).toEqual({
    a: { isDone: false, note: 'again', ...ann },
    b: { isDone: true, note: '', ...ann },
  });
});

it('assigns and takes back', () => {
  expect(apply({ kind: 'assignee', assignee: 'bob' }).assignee).toBe('bob');
  expect(
    apply({ kind: 'assignee', assignee: 'bob' }, { kind: 'assignee', assignee: null })
  ).not.toHaveProperty('assignee');
});

it('forgets the oldest entries of an endless history, and counts them', () => {
  const notes = Array.from({ length: MOST_ENTRIES + 3 }, (_, index): TriageChange => {
    return { kind: 'note', text: `${index}` };
  });
  const triage = apply(...notes);
  expect(triage.history).toHaveLength(MOST_ENTRIES);
  expect(triage.history[0]?.change).toEqual({ kind: 'note', text: '3' });
  expect(triage.forgotten).toBe(3);
});

it('takes no more steps than a guide can have', () => {
  const steps = Array.from({ length: 200 }, (_, index): TriageChange => {
    return { kind: 'step', step: `s${index}`, isDone: true, note: '' };
  });
  expect(Object.keys(apply(...steps).steps)).toHaveLength(100);
});
