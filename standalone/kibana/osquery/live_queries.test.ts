import { expect, test } from 'vitest';
import { createLiveQueries, type LiveQueries } from './live_queries';
import { createMemoryLiveQueryStore } from './create_memory_live_query_store.fixture';
import type { LiveQueryLimits } from './live_query_limits';
import type { LocalOsquery, QueryOptions } from '../../../engines/osquery/local_osquery';
import type { QueryOutcome } from '../../../engines/osquery/query_outcome';

const AGENT = { id: 'agent-1', hostname: 'web-1', version: '1.0.0' };
const ROWS: QueryOutcome = {
  kind: 'rows',
  columns: [{ name: 'n', type: 'BIGINT' }],
  rows: [{ n: '1' }, { n: '2' }, { n: '3' }],
  truncated: false,
  total: 3,
  isTotalExact: true,
  elapsedMs: 1,
};

interface Desk {
  readonly liveQueries: LiveQueries;
  /** What Osquery was asked, in order. */
  readonly asked: { sql: string; options: QueryOptions | undefined }[];
  readonly problems: unknown[];
}

/** Live queries over an Osquery that answers by text: the outcome of `answers`, else three rows. */
const createDesk = (
  answers: Readonly<Record<string, QueryOutcome>> = {},
  limits: Partial<LiveQueryLimits> = {}
): Desk => {
  const asked: Desk['asked'] = [];
  const problems: unknown[] = [];
  const osquery: LocalOsquery = {
    engine: 'sqlite',
    run: async (sql, options) => {
      asked.push({ sql, options });
      return answers[sql] ?? ROWS;
    },
    tables: () => [],
    close: async () => undefined,
  };
  let ids = 0;
  const liveQueries = createLiveQueries({
    ...{ osquery, evidenceOsquery: osquery, store: createMemoryLiveQueryStore(), agent: AGENT },
    now: () => Date.parse('2026-03-01T10:00:00Z'),
    newId: () => `id-${(ids += 1)}`,
    limits: { repeatMs: 0, ...limits },
    onProblem: (error) => problems.push(error),
  });
  return { liveQueries, asked, problems };
};

const listAll = async ({ liveQueries }: Desk, alertId?: string) => {
  const page = { page: 0, pageSize: 100, sortOrder: 'desc' } as const;
  return (
    await liveQueries.list({ ...page, filter: alertId === undefined ? undefined : { alertId } })
  ).items;
};

const UNSORTED = { sort: '@timestamp', sortOrder: 'desc' } as const;

const ASKER = { kind: 'user', userName: 'ann' } as const;

const create = async (desk: Desk, request: Parameters<LiveQueries['create']>[0]) => {
  const outcome = await desk.liveQueries.create(request, ASKER);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  return outcome.liveQuery;
};

test('stores a query before it runs, and its answer when it is done', async () => {
  const desk = createDesk();
  const created = await create(desk, { query: 'SELECT n FROM x', agent_ids: ['agent-1'] });
  expect(created).toMatchObject({
    createdAt: '2026-03-01T10:00:00.000Z',
    expiresAt: '2026-03-01T10:05:00.000Z',
    agents: ['agent-1'],
    queries: [{ sql: 'SELECT n FROM x' }],
  });
  expect(created.queries[0]).not.toHaveProperty('answer');
  await desk.liveQueries.settled();
  expect(await desk.liveQueries.find(created.actionId)).toMatchObject({
    queries: [{ answer: { outcome: 'rows', rowCount: 3, characters: 6 } }],
  });
  expect(desk.problems).toEqual([]);
});

test('runs several queries in order and keeps the answer of each', async () => {
  const desk = createDesk({ 'SELECT b': { kind: 'failed', message: 'no such column: b' } });
  const created = await create(desk, {
    queries: [
      { id: 'a', query: 'SELECT a' },
      { id: 'b', query: 'SELECT b' },
      { id: 'c', query: 'SELECT {{process.pid}}' },
    ],
    agent_all: true,
    timeout: 60,
  });
  await desk.liveQueries.settled();
  expect(desk.asked).toEqual([
    { sql: 'SELECT a', options: { timeoutMs: 60_000, signal: expect.any(AbortSignal) } },
    { sql: 'SELECT b', options: { timeoutMs: 60_000, signal: expect.any(AbortSignal) } },
  ]);
  const { queries } = (await desk.liveQueries.find(created.actionId)) ?? created;
  expect(queries).toMatchObject([
    { id: 'a', answer: { outcome: 'rows' } },
    { id: 'b', answer: { outcome: 'failed', error: 'no such column: b', rowCount: 0 } },
    { id: 'c', error: expect.stringContaining('placeholder') },
  ]);
});

test('words a query that was stopped', async () => {
  const desk = createDesk({
    slow: { kind: 'timed_out', afterMs: 10_000 },
    gone: { kind: 'cancelled' },
  });
  const queries = ['slow', 'gone'].map((sql) => ({ id: sql, query: sql }));
  const created = await create(desk, { queries, agent_ids: ['agent-1'] });
  await desk.liveQueries.settled();
  const stored = await desk.liveQueries.find(created.actionId);
  expect(stored?.queries.map(({ answer }) => answer?.error)).toEqual([
    expect.stringContaining('longer than 10 seconds'),
    expect.stringContaining('stopped before it was done'),
  ]);
});

test.each([
  [{ query: 'SELECT 1' }, 'no_agents'],
  [{ query: 'SELECT 1', agent_platforms: ['windows'] }, 'no_agents'],
  [{ agent_all: true }, 'no_query'],
  [{ query: 'SELECT {{x}}', agent_all: true }, 'unrunnable'],
])('refuses %j as %s', async (request, kind) => {
  const desk = createDesk();
  expect(await desk.liveQueries.create(request, ASKER)).toMatchObject({ kind });
  expect(await listAll(desk)).toEqual([]);
});

test('leaves queries on other agents unanswered', async () => {
  const desk = createDesk();
  const created = await create(desk, { query: 'SELECT 1', agent_ids: ['elsewhere'] });
  await desk.liveQueries.settled();
  expect(desk.asked).toEqual([]);
  expect(await desk.liveQueries.find(created.actionId)).toEqual(created);
});

test('pages through the rows and counts those that were cut off', async () => {
  const desk = createDesk({
    cut: { ...ROWS, truncated: true, total: 62_486, isTotalExact: false },
  });
  const queries = ['all', 'cut'].map((sql) => ({ id: sql, query: sql }));
  const { actionId, queries: stored } = await create(desk, { queries, agent_all: true });
  await desk.liveQueries.settled();
  const [all = '', cut = ''] = stored.map((query) => query.actionId);
  const page = await desk.liveQueries.findRows(actionId, all, {
    ...UNSORTED,
    page: 1,
    pageSize: 2,
  });
  expect(page).toMatchObject({ rows: [{ n: '3' }], from: 2, total: 3, isTotalExact: true });
  expect(
    await desk.liveQueries.findRows(actionId, cut, { ...UNSORTED, page: 0, pageSize: 9 })
  ).toMatchObject({
    total: 62_486,
    isTotalExact: false,
  });
  expect(
    await desk.liveQueries.findRows('other', all, { ...UNSORTED, page: 0, pageSize: 9 })
  ).toBeUndefined();
});

test.each([
  ['osquery.pid.number', 'asc', ['9', '80', '700', '']],
  ['osquery.pid.number', 'desc', ['700', '80', '9', '']],
  ['osquery.pid', 'asc', ['700', '80', '9', '']],
  ['@timestamp', 'asc', ['80', '', '9', '700']],
  ['osquery.nope', 'asc', ['80', '', '9', '700']],
] as const)('pages through the rows by %s, %s', async (sort, sortOrder, expected) => {
  const rows = ['80', '', '9', '700'].map((pid) => ({ pid }));
  const desk = createDesk({ sorted: { ...ROWS, rows } });
  const created = await create(desk, { query: 'sorted', agent_all: true });
  await desk.liveQueries.settled();
  const queryId = created.queries[0]?.actionId ?? '';
  const page = { page: 0, pageSize: 9, sort, sortOrder };
  const found = await desk.liveQueries.findRows(created.actionId, queryId, page);
  expect(found?.rows.map(({ pid }) => pid)).toEqual(expected);
});

test('answers what a host that was killed left unanswered, and nothing else', async () => {
  const store = createMemoryLiveQueryStore();
  const options = {
    store,
    agent: AGENT,
    now: () => 0,
    onProblem: (error: unknown) => expect.unreachable(String(error)),
  };
  const never: LocalOsquery = {
    ...{ engine: 'sqlite', tables: () => [], close: async () => undefined },
    run: () => new Promise(() => undefined),
  };
  let ids = 0;
  const newId = (): string => `id-${(ids += 1)}`;
  const engines = { osquery: never, evidenceOsquery: never };
  const killed = createLiveQueries({ ...options, newId, ...engines });
  const mine = await killed.create({ query: 'SELECT 1', agent_all: true }, ASKER);
  const other = await killed.create({ query: 'SELECT 1', agent_ids: ['elsewhere'] }, ASKER);
  const next = createLiveQueries({ ...options, newId, ...engines });
  const fresh = await next.create({ query: 'SELECT 2', agent_all: true }, ASKER);
  const findAnswer = async (outcome: typeof mine) =>
    outcome.kind === 'created' && (await next.find(outcome.liveQuery.actionId))?.queries[0]?.answer;
  expect(await findAnswer(mine)).toMatchObject({
    outcome: 'cancelled',
    error: expect.stringContaining('stopped before it was done'),
  });
  expect(await findAnswer(other)).toBeUndefined();
  expect(await findAnswer(fresh)).toBeUndefined();
});

test('lists the live queries of an alert', async () => {
  const desk = createDesk();
  await create(desk, { query: 'SELECT 1', agent_all: true, alert_ids: ['a'] });
  const second = await create(desk, { query: 'SELECT 2', agent_all: true, alert_ids: ['b'] });
  await desk.liveQueries.settled();
  const listed = await listAll(desk, 'b');
  expect(listed.map(({ actionId }) => actionId)).toEqual([second.actionId]);
});

test('forgets the oldest live queries past the number, the rows and the characters it may keep', async () => {
  const plenty = { maxLiveQueries: 100, maxRows: 100, maxCharacters: 1000 };
  const perQuery = 'SELECT 1'.length + 'n1n2n3'.length;
  for (const asked of [
    { ...plenty, maxLiveQueries: 2 },
    { ...plenty, maxRows: 6 },
    { ...plenty, maxCharacters: 2 * perQuery },
  ]) {
    const desk = createDesk({}, { asked });
    for (const n of [1, 2, 3]) {
      await create(desk, { query: `SELECT ${n}`, agent_all: true });
      await desk.liveQueries.settled();
    }
    const kept = await listAll(desk);
    expect(kept.map(({ queries }) => queries[0]?.sql)).toEqual(['SELECT 3', 'SELECT 2']);
  }
});

test('keeps evidence whatever people ask', async () => {
  const asked = { maxLiveQueries: 1, maxRows: 1, maxCharacters: 1 };
  const desk = createDesk({}, { asked });
  await desk.liveQueries.create({ query: 'SELECT 0', agent_all: true }, { kind: 'rule' });
  for (const n of [1, 2]) {
    await create(desk, { query: `SELECT ${n}`, agent_all: true });
    await desk.liveQueries.settled();
  }
  const kept = await listAll(desk);
  expect(kept.map(({ queries }) => queries[0]?.sql)).toEqual(['SELECT 2', 'SELECT 0']);
});

test('takes a double click for one query, and the same a moment later for another', async () => {
  let nowMs = 0;
  const store = createMemoryLiveQueryStore();
  const asked: string[] = [];
  let ids = 0;
  const liveQueries = createLiveQueries({
    ...{ store, agent: AGENT, now: () => nowMs, newId: () => `id-${(ids += 1)}` },
    evidenceOsquery: osqueryThat(async () => ROWS),
    osquery: osqueryThat(async (sql) => {
      asked.push(sql);
      return ROWS;
    }),
    onProblem: (error) => expect.unreachable(String(error)),
  });
  const request = { query: 'SELECT 1', agent_all: true };
  const [first, second] = await Promise.all([
    liveQueries.create(request, ASKER),
    liveQueries.create(request, ASKER),
  ]);
  expect(second).toEqual(first);
  await liveQueries.settled();
  expect(asked).toHaveLength(1);
  nowMs = 1000;
  expect(await liveQueries.create(request, ASKER)).not.toEqual(first);
  await liveQueries.settled();
  expect(asked).toHaveLength(2);
});

/** An Osquery of which each query ends when it is told to, or is cancelled. */
const createHeldOsquery = () => {
  const held: { sql: string; finish: () => void }[] = [];
  const osquery = osqueryThat(
    (sql, options) =>
      new Promise((resolve) => {
        const cancel = (): void => resolve({ kind: 'cancelled' });
        if (options?.signal?.aborted) cancel();
        options?.signal?.addEventListener('abort', cancel);
        held.push({ sql, finish: () => resolve(ROWS) });
      })
  );
  return { held, osquery };
};

const osqueryThat = (run: LocalOsquery['run']): LocalOsquery => ({
  ...{ engine: 'sqlite', tables: () => [], close: async () => undefined },
  run,
});

const createHeldDesk = (limits: Partial<LiveQueryLimits> = {}) => {
  const { held, osquery } = createHeldOsquery();
  let ids = 0;
  const liveQueries = createLiveQueries({
    ...{ osquery, evidenceOsquery: osquery, store: createMemoryLiveQueryStore() },
    ...{ agent: AGENT, limits },
    ...{ now: () => 0, newId: () => `id-${(ids += 1)}` },
    onProblem: (error) => expect.unreachable(String(error)),
  });
  return { held, liveQueries, asked: [], problems: [] };
};

const named = (...sqls: string[]) => ({
  queries: sqls.map((sql) => ({ id: sql, query: sql })),
  agent_all: true,
});

test('takes evidence while what somebody asked still runs', async () => {
  const { held, osquery } = createHeldOsquery();
  let ids = 0;
  const liveQueries = createLiveQueries({
    ...{ osquery, evidenceOsquery: osqueryThat(async () => ROWS), agent: AGENT },
    ...{ store: createMemoryLiveQueryStore(), now: () => 0, newId: () => `id-${(ids += 1)}` },
    onProblem: (error) => expect.unreachable(String(error)),
  });
  await liveQueries.create(named('slow'), ASKER);
  await expect.poll(() => held).toHaveLength(1);
  const evidence = await liveQueries.create(named('a'), { kind: 'rule' });
  const id = evidence.kind === 'created' ? evidence.liveQuery.actionId : '';
  await expect
    .poll(async () => (await liveQueries.find(id))?.queries[0]?.answer?.outcome)
    .toBe('rows');
});

test('lets requests take turns: one of many queries keeps nobody waiting for all of them', async () => {
  const desk = createHeldDesk();
  await create(desk, named('a1', 'a2', 'a3'));
  await create(desk, named('b1'));
  await expect.poll(() => desk.held.map(({ sql }) => sql)).toEqual(['a1', 'b1']);
  desk.held[0]?.finish();
  await expect.poll(() => desk.held.map(({ sql }) => sql)).toEqual(['a1', 'b1', 'a2']);
});

test('takes no more queries than may wait, and takes them again when some are done', async () => {
  const desk = createHeldDesk({ mostPendingQueries: 3 });
  const first = await create(desk, named('a1', 'a2'));
  expect(await desk.liveQueries.create(named('b1', 'b2'), ASKER)).toEqual({
    kind: 'too_many',
    pending: 2,
  });
  await create(desk, named('c1'));
  await desk.liveQueries.cancel(first.actionId);
  expect(await desk.liveQueries.create(named('b1', 'b2'), ASKER)).toMatchObject({
    kind: 'created',
  });
});

test('cancels what runs and what waits of one live query, and nothing else', async () => {
  const desk = createHeldDesk();
  const mine = await create(desk, named('a1', 'a2'));
  const other = await create(desk, named('b1'));
  await expect.poll(() => desk.held).toHaveLength(2);
  expect(await desk.liveQueries.cancel(mine.actionId)).toMatchObject({
    queries: [{ answer: { outcome: 'cancelled' } }, { answer: { outcome: 'cancelled' } }],
  });
  expect((await desk.liveQueries.find(other.actionId))?.queries[0]).not.toHaveProperty('answer');
  expect(await desk.liveQueries.cancel('unknown')).toBeUndefined();
});

test('reads no stored live query for a new one', async () => {
  const store = createMemoryLiveQueryStore();
  let reads = 0;
  const liveQueries = createLiveQueries({
    osquery: osqueryThat(async () => ROWS),
    evidenceOsquery: osqueryThat(async () => ROWS),
    store: {
      ...store,
      find: (id) => ((reads += 1), store.find(id)),
      list: () => ((reads += 1), store.list()),
    },
    ...{ agent: AGENT, now: () => 0, newId: () => `id-${Math.random()}` },
    onProblem: (error) => expect.unreachable(String(error)),
  });
  for (let n = 0; n < 20; n += 1) {
    await liveQueries.create({ query: `SELECT ${n}`, agent_all: true }, ASKER);
  }
  await liveQueries.settled();
  expect(reads).toBe(1);
});

test('tells of a run that could not be stored instead of failing', async () => {
  const store = createMemoryLiveQueryStore();
  const problems: unknown[] = [];
  const liveQueries = createLiveQueries({
    osquery: osqueryThat(async () => ROWS),
    evidenceOsquery: osqueryThat(async () => ROWS),
    store: { ...store, putRows: () => Promise.reject(new Error('disk full')) },
    agent: AGENT,
    now: () => 0,
    newId: () => 'id',
    onProblem: (error) => problems.push(error),
  });
  await liveQueries.create({ query: 'SELECT 1', agent_all: true }, ASKER);
  await liveQueries.settled();
  expect(problems).toEqual([new Error('disk full')]);
});
