import { expect, it } from 'vitest';
import { toEvidenceRequests } from './to_evidence_requests';
import { toLiveQueryBody } from './to_live_query_body';

const PLACE = { spaceId: 'default', agentId: 'agent-1' };
const toQuery = (label: string) => ({ label, sql: `SELECT '${label}'` });
const toAlert = (alertId: string, host = 'web-1') => ({
  alertId,
  document: { host: { name: host } },
});

it('asks together what the same alerts ask, and apart what they do not', () => {
  const both = [toAlert('ab', 'x'), toAlert('c')];
  const others = [toAlert('a'), toAlert('bc')];
  const requests = toEvidenceRequests(PLACE, [
    { query: toQuery('one'), alerts: both as never },
    { query: toQuery('two'), alerts: others as never },
    { query: toQuery('three'), alerts: both as never },
  ]);
  expect(requests).toEqual([
    { ...PLACE, hostName: 'x', alertIds: ['ab', 'c'], queries: [toQuery('one'), toQuery('three')] },
    { ...PLACE, hostName: 'web-1', alertIds: ['a', 'bc'], queries: [toQuery('two')] },
  ]);
});

it('puts no more than fifty queries in one request', () => {
  const wanted = Array.from({ length: 51 }, (_, at) => ({
    query: toQuery(`q${at}`),
    alerts: [toAlert('a')] as never,
  }));
  expect(toEvidenceRequests(PLACE, wanted).map(({ queries }) => queries.length)).toEqual([50, 1]);
});

it('sends a query’s own mapping to ECS where it has one, and a number where it has no name', () => {
  const ecsMapping = { 'process.pid': { field: 'pid' } };
  const { queries } = toLiveQueryBody({
    ...PLACE,
    alertIds: ['a'],
    queries: [{ ...toQuery(''), ecsMapping }, toQuery('named')],
  } as never);
  expect(queries).toEqual([
    { id: 'query 1', query: "SELECT ''", ecs_mapping: ecsMapping },
    { id: 'named', query: "SELECT 'named'" },
  ]);
});
