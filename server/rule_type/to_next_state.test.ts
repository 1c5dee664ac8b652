import { expect, it } from 'vitest';
import type { RaisedAlert } from './raised_alerts';
import { toNextState } from './to_next_state';

const toTime = (minute: number): string =>
  new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();
const toRaised = (instanceId: string, minute: number): RaisedAlert => ({
  alert: { instanceId, payload: {} },
  eventTime: toTime(minute),
});

type Facts = Parameters<typeof toNextState>[0];
const next = ({
  found,
  raised,
  lost,
  ...facts
}: {
  found?: Partial<Facts['found']>;
  raised?: Partial<Facts['raised']>;
  lost?: Partial<Facts['lost']>;
} & Partial<Pick<Facts, 'state' | 'hidden' | 'shapes'>> = {}) =>
  toNextState({
    ...{ startedAt: new Date(toTime(30)), lateMs: 7, state: {}, hidden: [], shapes: {} },
    awaited: undefined,
    ...facts,
    found: {
      ...{ matches: [], left: [], leftCount: 0, sliceMs: undefined },
      ...{ overfullTime: undefined, failure: undefined },
      ...found,
    },
    raised: { alerts: [], again: [], overflow: [], passed: [], quietCount: 0, ...raised },
    lost: { retried: [], abandoned: [], ...lost },
  });

it('says where the run ended, and nothing of what there was not', () => {
  expect(next()).toEqual({ searchedTo: toTime(30), lateMs: 7, unconfirmed: [] });
});

it('leaves what was not searched, and all from the first alert that found no room', () => {
  const left = [{ from: toTime(0), to: toTime(5) }];
  const raised = { overflow: [toTime(20), toTime(10), toTime(15)] };
  expect(next({ found: { left, sliceMs: 9 }, raised })).toMatchObject({
    left: [...left, { from: toTime(10), to: toTime(30) }],
    sliceMs: 9,
  });
});

it('has the next run look whether what was handed over has arrived', () => {
  const retried = [{ instanceId: 'b', eventTime: toTime(2), attempts: 2 }];
  const { unconfirmed } = next({
    raised: { alerts: [toRaised('a', 1), toRaised('b', 2)], again: [toRaised('c', 3)] },
    lost: { retried },
  });
  expect(unconfirmed).toEqual([
    { instanceId: 'a', eventTime: toTime(1), attempts: 1 },
    { instanceId: 'b', eventTime: toTime(2), attempts: 3 },
    { instanceId: 'c', eventTime: toTime(3), attempts: 1 },
  ]);
});

it('goes on waiting for an alert that the run did not get to, as long as its time is left', () => {
  const retried = [4, 5, 9, 10].map((minute) => ({
    ...{ instanceId: `m${minute}`, eventTime: toTime(minute), attempts: 1 },
  }));
  const left = [
    { from: toTime(5), to: toTime(10) },
    { from: toTime(20), to: toTime(21) },
  ];
  expect(next({ found: { left }, lost: { retried } }).unconfirmed).toEqual(retried.slice(1, 3));
  expect(next({ lost: { retried } }).unconfirmed).toEqual([]);
});

it('remembers what was given up and what was hidden, the newest, each once', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `old-${at}`);
  const abandoned = [{ instanceId: 'new', eventTime: toTime(0), attempts: 3 }];
  const hidden = ['old-5', 'new'].map((instanceId) => ({ instanceId, hiddenBy: 'x' }));
  const state = next({ state: { givenUp: many, hidden: many }, lost: { abandoned }, hidden });
  expect(state.givenUp).toEqual([...many.slice(1), 'new']);
  expect(state.hidden).toEqual([...many.slice(1).filter((id) => id !== 'old-5'), 'old-5', 'new']);
});

it('keeps what hosts do again and again', () => {
  expect(next({ shapes: { x: [1, 1, 2, 2] } }).shapes).toEqual({ x: [1, 1, 2, 2] });
});
