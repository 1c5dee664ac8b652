import { expect, it } from 'vitest';
import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import type { SourceEvent } from '../../common/event/source_event';
import { createKnownMatches, type KnownMatches } from './known_matches';

const toEvent = (id: string, index = 'logs'): SourceEvent => ({ id, index, source: {} });
const toTime = (ms: number): string => new Date(Date.UTC(2026, 10, 24, 12) + ms).toISOString();
const isLeftOut = (known: KnownMatches, event: SourceEvent): boolean =>
  known.has(toAlertInstanceId('rule', event));
const listIds = (known: KnownMatches, from: number, to: number): string[] =>
  [...known.listIn({ from: toTime(from), to: toTime(to) }).values()].flatMap((ids) => [...ids]);

it('leaves out what is stored or raises nothing, not what is only about to be stored', () => {
  const known = createKnownMatches('rule');
  known.note(toEvent('stored'), toTime(0), true);
  known.note(toEvent('handed over'), toTime(0), false);
  known.note(toEvent('quiet'), toTime(0), false);
  known.pass(toEvent('quiet'));
  known.pass(toEvent('never noted'));
  expect(
    ['stored', 'handed over', 'quiet', 'x'].map((id) => isLeftOut(known, toEvent(id)))
  ).toEqual([true, false, true, false]);
  known.confirm(toAlertInstanceId('rule', toEvent('handed over')));
  known.confirm('nobody');
  expect(isLeftOut(known, toEvent('handed over'))).toBe(true);
});

it('tells a search the ids of its period by index, the first moment in it and the last not', () => {
  const known = createKnownMatches('rule');
  for (const ms of [0, 1, 2, 3]) known.note(toEvent(`e${ms}`), toTime(ms), true);
  known.note(toEvent('e1', 'other'), toTime(1), true);
  known.note(toEvent('waiting'), toTime(1), false);
  expect(known.listIn({ from: toTime(1), to: toTime(3) })).toEqual(
    new Map([
      ['logs', new Set(['e1', 'e2'])],
      ['other', new Set(['e1'])],
    ])
  );
});

it('leaves out no more than one search may be told', () => {
  const known = createKnownMatches('rule');
  for (let at = 0; at < 10_001; at++) known.note(toEvent(`e${at}`), toTime(0), true);
  expect(listIds(known, 0, 1)).toHaveLength(10_000);
});

it('looks again with each run at what raised nothing, those longest ago first, unless something waits', () => {
  const known = createKnownMatches('rule');
  for (let at = 0; at < 1500; at++) {
    known.note(toEvent(`e${at}`), toTime(0), false);
    known.pass(toEvent(`e${at}`));
  }
  known.note(toEvent('stored'), toTime(0), true);
  known.beginRun(true);
  expect(listIds(known, 0, 1)).toHaveLength(1501);
  known.beginRun(false);
  const left = listIds(known, 0, 1);
  expect(left).toHaveLength(501);
  expect(left).toContain('stored');
  expect(left).not.toContain('e0');
  expect(left).toContain('e1499');
  // What was looked at again stands behind the rest.
  known.note(toEvent('e0'), toTime(0), false);
  known.pass(toEvent('e0'));
  known.beginRun(false);
  expect(isLeftOut(known, toEvent('e1499'))).toBe(false);
});

it('forgets what no run can find any more', () => {
  const known = createKnownMatches('rule');
  known.note(toEvent('old'), toTime(0), true);
  known.note(toEvent('new'), toTime(1), true);
  known.forgetBefore(toTime(1));
  expect(listIds(known, 0, 9)).toEqual(['new']);
});
