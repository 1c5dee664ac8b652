import { expect, test } from 'vitest';
import { createLiveQueries, type LiveQueries } from './live_queries';
import { createMemoryLiveQueryStore } from './create_memory_live_query_store.fixture';
import type { LiveQueryRetention } from './remove_old_live_queries';
import type { LocalOsquery, QueryOptions } from '../../../engines/osquery/local_osquery';
import type { QueryOutcome } from '../../../engines/osquery/query_outcome';

const AGENT = { id: 'agent-1', hostname: 'web-1', version: '1.0.0' };
const ROWS: QueryOutcome = {
  kind: 'rows',
  columns: [{ name: 'n', type: 'BIGINT' }],
  rows: [{ n: '1' }, { n: '2' }, { n: '3' }],
  truncated: false,
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
  retention?: LiveQueryRetention
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
    ...{ osquery, store: createMemoryLiveQueryStore(), agent: AGENT },
    now: () => Date.parse('2026-03-01T10:00:00Z'),
    newId: () => `id-${(ids += 1)}`,
    ...(retention && { retention }),
    onProblem: (error) => problems.push(error),
  });
  return { liveQueries, asked, problems };
};

const UNSORTED = { sort: '@timestamp', sortOrder: 'desc' } as const;

const create = async (desk: Desk, request: Parameters<LiveQueries['create']>[0]) => {
  const outcome = await desk.liveQueries.create(request);
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
    queries: [{ answer: { outcome: 'rows', rowCount: 3, isTruncated: false } }],
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
    { sql: 'SELECT a', options: { timeoutMs: 60_000 } },
    { sql: 'SELECT b', options: { timeoutMs: 60_000 } },
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
  expect(await desk.liveQueries.create(request)).toMatchObject({ kind });
  expect(await desk.liveQueries.list()).toEqual([]);
});

test('leaves queries on other agents unanswered', async () => {
  const desk = createDesk();
  const created = await create(desk, { query: 'SELECT 1', agent_ids: ['elsewhere'] });
  await desk.liveQueries.settled();
  expect(desk.asked).toEqual([]);
  expect(await desk.liveQueries.find(created.actionId)).toEqual(created);
});

test('pages through the rows and counts one more where rows were cut off', async () => {
  const desk = createDesk({ cut: { ...ROWS, truncated: true } });
  const queries = ['all', 'cut'].map((sql) => ({ id: sql, query: sql }));
  const { actionId, queries: stored } = await create(desk, { queries, agent_all: true });
  await desk.liveQueries.settled();
  const [all = '', cut = ''] = stored.map((query) => query.actionId);
  const page = await desk.liveQueries.findRows(actionId, all, {
    ...UNSORTED,
    page: 1,
    pageSize: 2,
  });
  expect(page).toMatchObject({ rows: [{ n: '3' }], from: 2, total: 3 });
  expect(
    await desk.liveQueries.findRows(actionId, cut, { ...UNSORTED, page: 0, pageSize: 9 })
  ).toMatchObject({
    total: 4,
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
  const killed = createLiveQueries({ ...options, newId, osquery: never });
  const mine = await killed.create({ query: 'SELECT 1', agent_all: true });
  const other = await killed.create({ query: 'SELECT 1', agent_ids: ['elsewhere'] });
  const next = createLiveQueries({ ...options, newId, osquery: never });
  const fresh = await next.create({ query: 'SELECT 2', agent_all: true });
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
  const listed = await desk.liveQueries.list('b');
  expect(listed.map(({ actionId }) => actionId)).toEqual([second.actionId]);
});

test('forgets the oldest live queries past the number and the rows it may keep', async () => {
  const byNumber = createDesk({}, { maxLiveQueries: 2, maxRows: 100 });
  const byRows = createDesk({}, { maxLiveQueries: 100, maxRows: 6 });
  for (const desk of [byNumber, byRows]) {
    for (const n of [1, 2, 3]) {
      await create(desk, { query: `SELECT ${n}`, agent_all: true });
      await desk.liveQueries.settled();
    }
    const kept = await desk.liveQueries.list();
    expect(kept.map(({ queries }) => queries[0]?.sql)).toEqual(['SELECT 3', 'SELECT 2']);
  }
});

test('tells of a run that could not be stored instead of failing', async () => {
  const store = createMemoryLiveQueryStore();
  const problems: unknown[] = [];
  const liveQueries = createLiveQueries({
    osquery: {
      ...{ engine: 'sqlite', tables: () => [], close: async () => undefined },
      run: async () => ROWS,
    },
    store: { ...store, putRows: () => Promise.reject(new Error('disk full')) },
    agent: AGENT,
    now: () => 0,
    newId: () => 'id',
    onProblem: (error) => problems.push(error),
  });
  await liveQueries.create({ query: 'SELECT 1', agent_all: true });
  await liveQueries.settled();
  expect(problems).toEqual([new Error('disk full')]);
});
