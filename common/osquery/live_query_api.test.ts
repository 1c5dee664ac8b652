import { describe, expect, it } from 'vitest';
import {
  fleetAgentSchema,
  liveQueryCreatedSchema,
  liveQueryDetailsSchema,
  liveQueryResponsesSchema,
  liveQueryResultsSchema,
  osqueryStatusSchema,
} from './live_query_api';

describe('an answer of Kibana', () => {
  it('is read without what we do not use', () => {
    const created = liveQueryCreatedSchema.parse({
      data: {
        action_id: 'run',
        '@timestamp': '2026-11-24T10:00:00.000Z',
        expiration: '2026-11-24T10:05:00.000Z',
        type: 'INPUT_ACTION',
        agents: ['a'],
        metadata: { execution_context: {} },
        queries: [{ action_id: 'query', id: 'q', query: 'SELECT 1', agents: ['a'], timeout: 60 }],
      },
    });
    expect(created.data.queries).toEqual([{ action_id: 'query', query: 'SELECT 1' }]);
  });

  it('without a run id or a query is refused', () => {
    expect(liveQueryCreatedSchema.safeParse({ data: { queries: [] } }).success).toBe(false);
    expect(
      liveQueryDetailsSchema.safeParse({ data: { action_id: 'run', queries: [] } }).success
    ).toBe(false);
  });

  it('may leave out counts, or count below zero', () => {
    const { data } = liveQueryDetailsSchema.parse({
      data: { action_id: 'run', queries: [{ action_id: 'query', pending: -1, docs: null }] },
    });
    expect(data.status).toBe('running');
    expect(data.queries[0]).toEqual({
      action_id: 'query',
      docs: 0,
      failed: 0,
      pending: 0,
      responded: 0,
      successful: 0,
    });
  });

  it('counts rows as a number or as Elasticsearch does, and may have neither', () => {
    const totalOf = (total: unknown) =>
      liveQueryResultsSchema.parse({ data: { total } }).data.total;
    const exact = (count: number) => ({ count, isExact: true });
    expect(totalOf(3)).toEqual(exact(3));
    expect(totalOf({ value: 4, relation: 'eq' })).toEqual(exact(4));
    expect(totalOf({ value: 4, relation: 'gte' })).toEqual({ count: 4, isExact: false });
    expect(totalOf('many')).toEqual(exact(0));
  });

  it('gives Osquery’s words in either line’s form of responses', () => {
    const hit = {
      _id: 'x',
      fields: { agent_id: ['a'], error: ['no such table: x'], 'error.keyword': [] },
    };
    const expected = { edges: [{ fields: { error: ['no such table: x'] } }] };
    expect(
      liveQueryResponsesSchema.parse({ isRunning: false, rawResponse: {}, edges: [hit] })
    ).toEqual(expected);
    expect(liveQueryResponsesSchema.parse({ total: 1, aggregations: {}, edges: [hit] })).toEqual(
      expected
    );
    expect(liveQueryResponsesSchema.parse({ edges: [{ fields: { agent_id: ['a'] } }] })).toEqual({
      edges: [{ fields: { error: [] } }],
    });
  });

  it('tells how an agent and the integration stand', () => {
    const item = {
      id: 'a',
      status: 'offline',
      last_checkin: '2026-11-24T10:00:00Z',
      policy_id: 'p',
    };
    expect(fleetAgentSchema.parse({ item }).item).toEqual({
      id: 'a',
      status: 'offline',
      last_checkin: '2026-11-24T10:00:00Z',
    });
    expect(
      osqueryStatusSchema.parse({ install_status: 'installed', name: 'osquery_manager' })
    ).toEqual({
      install_status: 'installed',
    });
    expect(osqueryStatusSchema.parse(undefined)).toEqual({});
  });
});
