import { expect, test } from 'vitest';
import { NO_RUNS, type PendingPeriod, type RunHistory } from '../../common/run/run_history';
import type { RunStore } from '../../server/ports/run_store';

const toPeriod = (by: string): PendingPeriod => ({
  from: '2026-11-24T10:00:00.000Z',
  to: '2026-11-24T11:00:00.000Z',
  at: '2026-11-24T12:00:00.000Z',
  by,
});

const add =
  (by: string) =>
  (history: RunHistory): RunHistory => ({
    ...history,
    hidden: { [`${by}"ü`]: { count: 1, lastAt: '2026-11-24T12:00:00.000Z' } },
    pending: [...history.pending, toPeriod(by)],
  });

/** What every store of runs must do. */
export const runStoreContract = (createStore: () => Promise<RunStore>): void => {
  test('has nothing of a rule that never ran', async () => {
    expect(await (await createStore()).get('a')).toEqual(NO_RUNS);
  });

  test('gives back what was made of a history, each rule its own', async () => {
    const store = await createStore();
    const changed = await store.change('a', add('ann'));
    expect(changed).toEqual(add('ann')(NO_RUNS));
    expect(await store.get('a')).toEqual(changed);
    expect(await store.get('b')).toEqual(NO_RUNS);
  });

  test('keeps what was there and forgets what a change leaves out', async () => {
    const store = await createStore();
    await store.change('a', add('ann'));
    await store.change('a', add('bob'));
    const { pending, hidden } = await store.get('a');
    expect(pending).toEqual([toPeriod('ann'), toPeriod('bob')]);
    expect(Object.keys(hidden)).toEqual(['bob"ü']);
  });

  test('loses none of several changes at once', async () => {
    const store = await createStore();
    await Promise.all(['a', 'b', 'c', 'd'].map((by) => store.change('rule', add(by))));
    const { pending } = await store.get('rule');
    expect(pending.map(({ by }) => by).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('passes on what a change throws, and keeps what was there', async () => {
    const store = await createStore();
    await store.change('a', add('ann'));
    const fail = (): never => {
      throw new Error('no');
    };
    await expect(store.change('a', fail)).rejects.toThrow('no');
    expect(await store.get('a')).toEqual(add('ann')(NO_RUNS));
  });
};
