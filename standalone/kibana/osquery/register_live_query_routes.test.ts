import type { IRouter, KibanaResponse } from '@kbn/core/server';
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import {
  fleetAgentSchema,
  fleetAgentsSchema,
  LIVE_QUERY_API,
  liveQueryCreatedSchema,
  liveQueryDetailsSchema,
  liveQueryResponsesSchema,
  liveQueryResultsSchema,
  osqueryPoliciesSchema,
  osqueryStatusSchema,
} from '../../../common/osquery/live_query_api';
import { createLiveQueries, type LiveQueries } from './live_queries';
import { createMemoryLiveQueryStore } from './create_memory_live_query_store.fixture';
import type { LocalOsquery } from '../../../engines/osquery/local_osquery';
import { registerLiveQueryRoutes } from './register_live_query_routes';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Request {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const AGENT = { id: 'agent-1', hostname: 'web-1', version: '1.0.0' };
const CREATED = Date.parse('2026-03-01T10:00:00Z');

const osquery: LocalOsquery = {
  engine: 'sqlite',
  run: async (sql) =>
    sql === 'bad'
      ? { kind: 'failed', message: 'no such table: bad' }
      : {
          kind: 'rows',
          columns: [{ name: 'pid', type: 'BIGINT' }],
          rows: [
            { pid: '7', name: '' },
            { pid: '8', name: 'sh' },
          ],
          truncated: false,
          total: 2,
          isTotalExact: true,
          elapsedMs: 1,
        },
  tables: () => [],
  close: async () => undefined,
};

let call: (method: 'get' | 'post', path: string, request?: Request) => Promise<Answer>;
let liveQueries: LiveQueries;
let now = CREATED;

/** A router that keeps the handlers and calls them as Kibana would: validated, or 400. */
const createRouter = (): IRouter => {
  const handlers = new Map<string, (request: Request) => Promise<KibanaResponse>>();
  const register =
    (method: string): IRouter['get'] =>
    (config, handler) => {
      handlers.set(`${method} ${config.path}`, async (request) => {
        let problem: unknown;
        const check = (
          validate: ((...args: never[]) => unknown) | undefined,
          value: unknown
        ): never => {
          const result: unknown = Reflect.apply(validate ?? (() => ({ value: {} })), undefined, [
            value,
            { ok: (ok: unknown) => ({ value: ok }), badRequest: (error: string) => ({ error }) },
          ]);
          const { value: valid, error } = Object(result);
          problem ??= error;
          return valid as never;
        };
        const { params, query, body } = config.validate;
        const checked = {
          params: check(params, request.params),
          query: check(query, request.query),
          body: check(body, request.body),
          headers: {},
        };
        if (problem !== undefined) return { status: 400, payload: { message: problem } };
        return handler({ core: Promise.resolve() }, checked, {
          ok: (options) => ({ status: 200, payload: options?.body }),
          customError: ({ statusCode, body: payload }) => ({ status: statusCode, payload }),
        });
      });
    };
  call = async (method, path, request = {}) => {
    const handler = handlers.get(`${method} ${path}`);
    if (!handler) throw new Error(`no route ${method} ${path}`);
    const { status, payload } = await handler(request);
    return { status, body: JSON.parse(JSON.stringify(payload)) };
  };
  return { get: register('get'), post: register('post') };
};

beforeEach(() => {
  now = CREATED;
  let ids = 0;
  liveQueries = createLiveQueries({
    ...{ osquery, evidenceOsquery: osquery, agent: AGENT, store: createMemoryLiveQueryStore() },
    now: () => now,
    newId: () => `id-${(ids += 1)}`,
    onProblem: (error) => expect.unreachable(String(error)),
  });
  registerLiveQueryRoutes({
    ...{ router: createRouter(), liveQueries, agents: [AGENT], userName: 'ann' },
    now: () => now,
  });
});

const LIST = LIVE_QUERY_API.create.path;
const DETAILS = LIVE_QUERY_API.details.path;
const RESULTS = LIVE_QUERY_API.results.path;

const post = async (body: unknown) =>
  liveQueryCreatedSchema.parse((await call('post', LIST, { body })).body).data;

test('walks a run from its request to its rows in the shapes of Kibana', async () => {
  const body = {
    query: 'SELECT pid',
    agent_ids: ['agent-1'],
    alert_ids: ['alert "1"'],
    timeout: 60,
  };
  const created = await call('post', LIST, { body });
  expect(created).toEqual({
    status: 200,
    body: {
      data: {
        action_id: 'id-1',
        '@timestamp': '2026-03-01T10:00:00.000Z',
        expiration: '2026-03-01T10:05:00.000Z',
        type: 'INPUT_ACTION',
        input_type: 'osquery',
        alert_ids: ['alert "1"'],
        agent_ids: ['agent-1'],
        agents: ['agent-1'],
        user_id: 'ann',
        queries: [
          { action_id: 'id-3', id: 'id-2', query: 'SELECT pid', timeout: 60, agents: ['agent-1'] },
        ],
      },
    },
  });
  await liveQueries.settled();
  const details = await call('get', DETAILS, { params: { id: 'id-1' } });
  expect(liveQueryDetailsSchema.parse(details.body).data).toMatchObject({
    status: 'completed',
    queries: [{ docs: 2, failed: 0, pending: 0, responded: 1, successful: 1 }],
  });
  const params = { id: 'id-1', queryId: 'id-3' };
  const results = await call('get', RESULTS, { params, query: { page: '0', pageSize: '1' } });
  const { data } = liveQueryResultsSchema.parse(results.body);
  expect(data.total).toEqual({ count: 2, isExact: true });
  expect(data.edges).toHaveLength(1);
  expect(data.edges[0]).toMatchObject({
    _id: 'id-3-0',
    fields: { 'osquery.pid': ['7'], 'osquery.name': [''], 'agent.id': ['agent-1'] },
    _source: { osquery: { pid: '7', name: '' } },
  });
  const list = await call('get', LIST, { query: { kuery: 'alert_ids:"alert \\"1\\""' } });
  expect(list.body).toMatchObject({
    data: {
      total: 1,
      items: [
        {
          _id: 'id-1',
          _source: { action_id: 'id-1', queries: [{ action_id: 'id-3' }] },
          fields: {
            alert_ids: ['alert "1"'],
            action_id: ['id-1'],
            'queries.query': ['SELECT pid'],
          },
        },
      ],
    },
  });
});

test("gives Osquery's own words for a query that failed, on both lines' routes", async () => {
  const { action_id: id, queries } = await post({ query: 'bad', agent_all: true });
  await liveQueries.settled();
  const details = await call('get', DETAILS, { params: { id } });
  expect(details.body).toMatchObject({
    data: { queries: [{ docs: 0, failed: 1, pending: 0, responded: 1, successful: 0 }] },
  });
  const actionId = queries[0]?.action_id;
  const answers = [
    await call('get', LIVE_QUERY_API.responses.path, { params: { queryId: actionId } }),
    await call('post', LIVE_QUERY_API.responsesSearch.path, {
      body: { actionId, factoryQueryType: 'actionResults', kuery: '' },
    }),
  ];
  for (const answer of answers) {
    const { edges } = liveQueryResponsesSchema.parse(answer.body);
    expect(edges.map(({ fields }) => fields.error)).toEqual([['no such table: bad']]);
  }
});

test('leaves an unknown agent pending until the query expires', async () => {
  const { action_id: id } = await post({ query: 'SELECT 1', agent_ids: ['elsewhere'] });
  await liveQueries.settled();
  const read = async () => (await call('get', DETAILS, { params: { id } })).body;
  expect(await read()).toMatchObject({ data: { status: 'running', queries: [{ pending: 1 }] } });
  now = CREATED + 5 * 60_000 + 1;
  expect(await read()).toMatchObject({ data: { status: 'completed', queries: [{ pending: 1 }] } });
});

test('lists live queries the newest first, or the oldest', async () => {
  for (const query of ['SELECT 1', 'SELECT 2', 'SELECT 3']) {
    await post({ query, agent_ids: ['elsewhere'] });
    now += 1_000;
  }
  const list = async (query: Record<string, string>): Promise<unknown> => {
    const { body } = await call('get', LIST, { query: { pageSize: '2', ...query } });
    const { items } = z
      .object({ data: z.object({ items: z.array(z.object({ fields: z.record(z.unknown()) })) }) })
      .parse(body).data;
    return items.map(({ fields }) => fields['queries.query']);
  };
  expect(await list({})).toEqual([['SELECT 3'], ['SELECT 2']]);
  expect(await list({ page: '1' })).toEqual([['SELECT 1']]);
  expect(await list({ sortOrder: 'asc' })).toEqual([['SELECT 1'], ['SELECT 2']]);
});

test('knows its one agent and no other', async () => {
  const { path } = LIVE_QUERY_API.agent;
  const known = await call('get', path, { params: { id: 'agent-1' } });
  expect(fleetAgentSchema.parse(known.body).item).toMatchObject({
    id: 'agent-1',
    status: 'online',
    last_checkin: '2026-03-01T10:00:00.000Z',
  });
  expect(await call('get', path, { params: { id: 'other' } })).toMatchObject({ status: 404 });
  const status = await call('get', LIVE_QUERY_API.status.path);
  expect(osqueryStatusSchema.parse(status.body)).toEqual({ install_status: 'installed' });
});

test.each([
  [{ query: 'SELECT 1' }, 'No agents found'],
  [{ agent_all: true }, 'holds no query'],
  [{ query: 'SELECT {{process.pid}}', agent_all: true }, 'placeholder'],
  [{ query: 'SELECT 1', agent_all: true, timeout: 901 }, 'timeout'],
  [{ query: 7, agent_all: true }, 'query'],
])('refuses to create %j with a sentence', async (body, words) => {
  expect(await call('post', LIST, { body })).toEqual({
    status: 400,
    body: { message: expect.stringContaining(words) },
  });
});

test('bounds what a request may hold', async () => {
  const query = (length: number) => ({ id: 'q', query: 'x'.repeat(length) });
  const refuse = async (body: Record<string, unknown>): Promise<void> => {
    expect(await call('post', LIST, { body: { agent_all: true, ...body } })).toMatchObject({
      status: 400,
    });
  };
  await refuse({ query: 'x'.repeat(100_001) });
  await refuse({ queries: Array.from({ length: 51 }, () => query(1)) });
  await refuse({ queries: [query(99_999), query(99_999), query(99_999)] });
  await refuse({ query: 'SELECT 1', alert_ids: Array.from({ length: 101 }, String) });
  await refuse({ query: 'SELECT 1', agent_ids: ['x'.repeat(501)] });
  await refuse({ query: 'SELECT 1', metadata: { text: 'x'.repeat(10_000) } });
  await refuse({ query: 'SELECT 1', ecs_mapping: { text: { value: 'x'.repeat(10_000) } } });
});

test('cancels a live query and says how it stands then', async () => {
  const { action_id: id } = await post({ query: 'SELECT 1', agent_ids: ['agent-1'] });
  const answer = await call('post', LIVE_QUERY_API.cancel.path, { params: { id } });
  expect(liveQueryDetailsSchema.parse(answer.body).data).toMatchObject({
    status: 'completed',
    queries: [{ responded: 1 }],
  });
});

test('answers 404 for what it does not know and 400 for what it does not understand', async () => {
  const unknown = { params: { id: 'x', queryId: 'y' } };
  for (const path of [DETAILS, RESULTS]) {
    expect(await call('get', path, unknown)).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('no live query') },
    });
  }
  const long = await call('get', DETAILS, { params: { id: 'x'.repeat(100_000) } });
  expect(long.status).toBe(404);
  expect(JSON.stringify(long.body).length).toBeLessThan(300);
  expect(await call('post', LIVE_QUERY_API.cancel.path, unknown)).toMatchObject({ status: 404 });
  expect(await call('get', LIST, { query: { kuery: 'user_id:x or y' } })).toMatchObject({
    status: 400,
  });
  for (const query of [{ pageSize: '10000' }, { sortOrder: 'up' }, { kuery: 'osquery.pid:7' }]) {
    expect(await call('get', RESULTS, { ...unknown, query })).toMatchObject({ status: 400 });
  }
});

test('lists the agents of the one policy there is, all of them online', async () => {
  const policies = await call('get', LIVE_QUERY_API.policies.path);
  expect(osqueryPoliciesSchema.parse(policies.body).items).toHaveLength(1);
  const listed = await call('get', LIVE_QUERY_API.agents.path);
  expect(fleetAgentsSchema.parse(listed.body)).toMatchObject({
    agents: [{ id: 'agent-1', status: 'online', local_metadata: { host: { hostname: 'web-1' } } }],
    total: 1,
  });
});
