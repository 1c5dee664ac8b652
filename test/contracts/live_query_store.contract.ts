import { expect, test } from 'vitest';
import type {
  LiveQueryStore,
  StoredLiveQuery,
} from '../../standalone/kibana/osquery/live_query_store';

const liveQuery = (actionId: string, minute: number, answered = false): StoredLiveQuery => ({
  actionId,
  createdAt: `2026-03-01T10:0${minute}:00.000Z`,
  expiresAt: `2026-03-01T10:1${minute}:00.000Z`,
  agents: ['agent-1'],
  request: { agent_ids: ['agent-1'], alert_ids: ['alert-1'] },
  queries: [
    {
      actionId: `${actionId}-query`,
      id: 'one',
      sql: "SELECT 'ünï\u0007'",
      agents: ['agent-1'],
      ...(answered && {
        answer: {
          outcome: 'rows',
          startedAt: '2026-03-01T10:00:01.000Z',
          completedAt: '2026-03-01T10:00:02.000Z',
          rowCount: 1,
        },
      }),
    },
  ],
});

const ROWS = {
  columns: [{ name: 'pid', type: 'BIGINT' }],
  rows: [{ pid: '9223372036854775807' }, { pid: '' }],
};

/** What every store of live queries must do. `createStore` gives an empty one. */
export const liveQueryStoreContract = (createStore: () => Promise<LiveQueryStore>): void => {
  test('gives back what was stored, and the later version of it', async () => {
    const store = await createStore();
    expect(await store.find('a')).toBeUndefined();
    await store.put(liveQuery('a', 1));
    expect(await store.find('a')).toEqual(liveQuery('a', 1));
    await store.put(liveQuery('a', 1, true));
    expect(await store.find('a')).toEqual(liveQuery('a', 1, true));
    expect(await store.list()).toHaveLength(1);
  });

  test('lists the newest first, and of one moment the later stored', async () => {
    const store = await createStore();
    for (const [id, minute] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
      ['d', 3],
    ] as const) {
      await store.put(liveQuery(id, minute));
    }
    expect((await store.list()).map(({ actionId }) => actionId)).toEqual(['d', 'b', 'c', 'a']);
  });

  test('keeps rows to the letter and forgets them with their live query', async () => {
    const store = await createStore();
    await store.put(liveQuery('a', 1));
    await store.put(liveQuery('b', 2));
    await store.putRows('a-query', ROWS);
    await store.putRows('b-query', ROWS);
    expect(await store.findRows('a-query')).toEqual(ROWS);
    await store.remove('a');
    await store.remove('unknown');
    expect(await store.find('a')).toBeUndefined();
    expect(await store.findRows('a-query')).toBeUndefined();
    expect(await store.findRows('b-query')).toEqual(ROWS);
  });

  test('knows no live query by an id of any length', async () => {
    const store = await createStore();
    for (const id of ['', 'x'.repeat(100_000), '\0', '漢'.repeat(1000)]) {
      expect(await store.find(id)).toBeUndefined();
      expect(await store.findRows(id)).toBeUndefined();
      await store.remove(id);
    }
  });
};
