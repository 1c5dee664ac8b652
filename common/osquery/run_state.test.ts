import { describe, expect, it } from 'vitest';
import { liveQueryDetailsSchema, liveQueryResultsSchema } from './live_query_api';
import { isFinal, toRunState, type RunFacts } from './run_state';

const SECOND = 1000;
const startedAt = Date.parse('2026-11-24T10:00:00Z');

/** Kibana's clock is a day ahead of the reader's in all of these. */
const toDetails = (counts: Record<string, unknown>, status = 'running') =>
  liveQueryDetailsSchema.parse({
    data: {
      action_id: 'run',
      '@timestamp': '2026-11-25T10:00:00.000Z',
      expiration: '2026-11-25T10:05:00.000Z',
      status,
      queries: [{ action_id: 'query', id: 'x', query: 'SELECT 1', agents: ['a'], ...counts }],
    },
  });
const pending = { docs: 0, failed: 0, pending: 1, responded: 0, successful: 0 };
const answered = (docs: number) => ({ docs, failed: 0, pending: 0, responded: 1, successful: 1 });
const failed = { docs: 0, failed: 1, pending: 0, responded: 1, successful: 0 };

const toResults = (rows: readonly Record<string, unknown>[], total: unknown = rows.length) =>
  liveQueryResultsSchema.parse({
    data: { edges: rows.map((osquery) => ({ _id: 'x', _source: { osquery } })), total },
  });

const stateAfter = (seconds: number, facts: Omit<RunFacts, 'startedAt' | 'now'>) =>
  toRunState({ ...facts, startedAt, now: startedAt + seconds * SECOND });

const row = { pid: '1' };
const table = { columns: [{ name: 'pid', type: 'number' }], rows: [['1']] };
const noTable = { columns: [], rows: [] };
const offline = { id: 'a', status: 'offline', last_checkin: '2026-11-24T09:00:00Z' };

describe('a run', () => {
  it('waits until anything comes back', () => {
    expect(stateAfter(0, {})).toEqual({ kind: 'waiting' });
    expect(stateAfter(299, { details: toDetails(pending), results: toResults([]) })).toEqual({
      kind: 'waiting',
    });
  });

  it('shows rows as they come, before any count says so', () => {
    expect(stateAfter(1, { details: toDetails(pending), results: toResults([row]) })).toEqual({
      kind: 'running',
      table,
      total: 1,
      reported: 0,
    });
  });

  it('goes on while the agent says it returned more rows than are stored', () => {
    const details = toDetails(answered(2), 'completed');
    expect(stateAfter(1, { details, results: toResults([]) })).toEqual({
      kind: 'running',
      table: noTable,
      total: 0,
      reported: 2,
    });
    expect(stateAfter(1, { details, results: toResults([row]) })).toMatchObject({
      kind: 'running',
      total: 1,
      reported: 2,
    });
  });

  it('is done when all rows are there, and says when the page does not hold them all', () => {
    const details = toDetails(answered(1), 'completed');
    expect(stateAfter(1, { details, results: toResults([row]) })).toEqual({
      kind: 'rows',
      table,
      total: 1,
      isTotalExact: true,
      isTruncated: false,
    });
    expect(stateAfter(1, { details, results: toResults([row], { value: 500 }) })).toMatchObject({
      kind: 'rows',
      total: 500,
      isTotalExact: true,
      isTruncated: true,
    });
  });

  it('has no rows when the agent answered with none', () => {
    const details = toDetails(answered(0), 'completed');
    expect(stateAfter(1, { details, results: toResults([]) })).toEqual({ kind: 'no_rows' });
  });

  it('fails in Osquery’s own words, or without words until they are known', () => {
    const details = toDetails(failed, 'completed');
    const responses = {
      edges: [{ fields: { error: [] } }, { fields: { error: ['no such table: x'] } }],
    };
    const state = { kind: 'failed', reason: 'query' };
    expect(stateAfter(1, { details, responses })).toEqual({
      ...state,
      message: 'no such table: x',
    });
    expect(stateAfter(1, { details })).toEqual({ ...state, message: '' });
  });

  it('fails when Kibana did not send the query', () => {
    const details = toDetails({ ...pending, error: 'This query hasn’t been called' });
    expect(stateAfter(1, { details })).toEqual({
      kind: 'failed',
      reason: 'query',
      message: 'This query hasn’t been called',
    });
    expect(stateAfter(1, { httpError: { message: 'Bad gateway' } })).toEqual({
      kind: 'failed',
      reason: 'request',
      message: 'Bad gateway',
    });
  });

  it('tells a user who may not ask for the state from a state that can not be read', () => {
    expect(stateAfter(1, { httpError: { message: 'Forbidden', status: 403 } })).toMatchObject({
      kind: 'failed',
      reason: 'forbidden',
    });
  });

  it('shows rows even where a count or the connection speaks of failure', () => {
    const results = toResults([row]);
    expect(
      stateAfter(1, { details: toDetails(failed), results, httpError: { message: 'x' } })
    ).toMatchObject({
      kind: 'rows',
      total: 1,
    });
  });

  it('times out by Kibana’s word, or by its own clock when Kibana says nothing', () => {
    expect(stateAfter(1, { details: toDetails(pending, 'completed') })).toEqual({
      kind: 'timed_out',
    });
    expect(stateAfter(300, { details: toDetails(pending) })).toEqual({ kind: 'timed_out' });
    expect(stateAfter(299, {})).toEqual({ kind: 'waiting' });
    expect(stateAfter(300, {})).toEqual({ kind: 'timed_out' });
  });

  it('keeps the rows it has when it times out', () => {
    const details = toDetails(pending, 'completed');
    expect(stateAfter(300, { details, results: toResults([row]) })).toMatchObject({ kind: 'rows' });
  });

  it('says after expiry that rows exist which can not be read', () => {
    const details = toDetails(answered(5), 'completed');
    expect(stateAfter(301, { details, results: toResults([]) })).toEqual({
      kind: 'failed',
      reason: 'rows_unreadable',
      message: '',
    });
  });

  it('says that the agent is offline, for good once the query has expired', () => {
    const state = {
      kind: 'agent_offline',
      agentStatus: 'offline',
      lastCheckin: offline.last_checkin,
    };
    expect(stateAfter(1, { agent: offline })).toEqual({ ...state, isExpired: false });
    expect(stateAfter(301, { agent: offline })).toEqual({ ...state, isExpired: true });
  });

  it.each(['offline', 'inactive', 'unenrolling', 'unenrolled', 'uninstalled'])(
    'says of an agent that is %s that it is not there',
    (status) => {
      expect(stateAfter(1, { agent: { id: 'a', status } })).toEqual({
        kind: 'agent_offline',
        agentStatus: status,
        isExpired: false,
      });
    }
  );

  it.each(['online', 'degraded', 'error', 'updating', 'orphaned', 'enrolling', 'a new word'])(
    'waits for an agent that is %s',
    (status) => {
      expect(stateAfter(1, { agent: { id: 'a', status } })).toEqual({ kind: 'waiting' });
    }
  );

  it('is waited for no longer than five minutes where Kibana keeps the query for weeks, and says until when', () => {
    const details = toDetails(pending);
    const queuedUntil = '2026-12-09T10:00:00.000Z';
    details.data.expiration = queuedUntil;
    const answeredDetails = toDetails(answered(5), 'completed');
    answeredDetails.data.expiration = queuedUntil;
    expect(stateAfter(299, { details })).toEqual({ kind: 'waiting' });
    expect(stateAfter(300, { details })).toEqual({ kind: 'timed_out', queuedUntil });
    expect(stateAfter(300, { details, agent: offline })).toMatchObject({
      kind: 'agent_offline',
      isExpired: true,
      queuedUntil,
    });
    expect(isFinal(stateAfter(300, { details, agent: offline }))).toBe(true);
    expect(stateAfter(300, { details: answeredDetails, results: toResults([]) })).toMatchObject({
      kind: 'failed',
      reason: 'rows_unreadable',
    });
    expect(stateAfter(15 * 86_400, { details })).toEqual({ kind: 'timed_out' });
  });

  it('believes an answer more than Fleet’s word that the agent is offline', () => {
    const details = toDetails(answered(0), 'completed');
    expect(stateAfter(1, { details, agent: offline })).toEqual({ kind: 'no_rows' });
  });

  it.each(['online', 'degraded', 'error', 'updating', 'a word of a later Fleet'])(
    'waits for an agent that is %s',
    (status) => {
      expect(stateAfter(1, { agent: { id: 'a', status, last_checkin: undefined } })).toEqual({
        kind: 'waiting',
      });
    }
  );

  it('need not be asked for any more once it is final', () => {
    const details = toDetails(answered(1), 'completed');
    expect(isFinal(stateAfter(1, {}))).toBe(false);
    expect(isFinal(stateAfter(1, { agent: offline }))).toBe(false);
    expect(isFinal(stateAfter(1, { details }))).toBe(false);
    expect(isFinal(stateAfter(1, { details, results: toResults([row]) }))).toBe(true);
    expect(isFinal(stateAfter(301, { agent: offline }))).toBe(true);
    expect(isFinal(stateAfter(301, {}))).toBe(true);
  });
});
