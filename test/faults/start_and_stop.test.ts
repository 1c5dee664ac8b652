import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { LocalOsquery } from '../../engines/osquery';
import { createHost } from '../../standalone/create_host';
import { createRunQueue } from '../../standalone/kibana/alerting/create_run_queue';
import { createLiveQueries } from '../../standalone/kibana/osquery/live_queries';
import { createMemoryLiveQueryStore } from '../../standalone/kibana/osquery/create_memory_live_query_store.fixture';
import { createLogger } from '../../standalone/log/create_logger';
import { createTemporaryDirectory } from '../temporary_store';

const agent = { id: 'agent-1', hostname: 'web', version: '1.0.0' };

test('begins no run that waits once it is told to stop', async () => {
  const runs: (Date | undefined)[] = [];
  let finish = (): void => undefined;
  const queue = createRunQueue(async (_ruleId, asOf) => {
    runs.push(asOf);
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { outcome: 'warning', alertCount: 100 };
  });
  const first = queue.request('rule');
  const second = queue.request('rule', new Date(0));
  queue.stop();
  finish();
  expect(await Promise.all([first, second])).toEqual([false, false]);
  await queue.settled();
  expect(runs).toEqual([undefined]);
});

test('runs no live query that waits once it is told to stop', async () => {
  const asked: string[] = [];
  let answer = (): void => undefined;
  const osquery: LocalOsquery = {
    engine: 'sqlite',
    tables: () => [],
    close: async () => undefined,
    run: async (sql) => {
      asked.push(sql);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { kind: 'timed_out', afterMs: 1 };
    },
  };
  let id = 0;
  const liveQueries = createLiveQueries({
    osquery,
    evidenceOsquery: osquery,
    store: createMemoryLiveQueryStore(),
    agent,
    now: () => 0,
    newId: () => `id-${(id += 1)}`,
    onProblem: (error) => {
      throw error;
    },
  });
  const queries = ['SELECT 1', 'SELECT 2', 'SELECT 3'].map((query, at) => ({ id: `${at}`, query }));
  await liveQueries.create({ agent_ids: [agent.id], queries }, { kind: 'rule' });
  await expect.poll(() => asked).toEqual(['SELECT 1']);
  liveQueries.stop();
  answer();
  await liveQueries.settled();
  expect(asked).toEqual(['SELECT 1']);
});

test('releases the store when a later step of the start fails', async () => {
  const directory = await createTemporaryDirectory();
  const starting = createHost({
    port: -1,
    dataDirectory: directory,
    input: { kind: 'recording' },
    locale: 'en',
    now: () => new Date(),
    logger: createLogger({ write: () => undefined, now: () => new Date() }),
  });
  await expect(starting).rejects.toThrow();
  // Who works with a store has a file in its directory.
  expect(await readdir(directory)).toEqual(['store']);
});
