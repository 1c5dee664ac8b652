import type { UserElasticsearchClient } from '@kbn/core/server';
import { expect, it } from 'vitest';
import {
  PROBE_REQUEST,
  readinessProbeContract,
} from '../../test/contracts/readiness_probe.contract';
import { createEsReadinessProbe } from './es_readiness_probe';

const unused = () => Promise.reject(new Error('unused'));

const toClient = (part: Partial<UserElasticsearchClient>): UserElasticsearchClient => ({
  search: async () => ({
    hits: { hits: [] },
    aggregations: {
      hosts: {
        buckets: [
          { key: 'web-01', processes: { doc_count: 7 } },
          { key: 'web-02', processes: { doc_count: 0 } },
        ],
      },
    },
  }),
  eql: { search: unused },
  bulk: unused,
  fieldCaps: async () => ({ fields: { 'process.name': {} } }),
  security: {
    hasPrivileges: async () => ({
      index: { 'logs-endpoint.events.*': { read: true, view_index_metadata: false } },
    }),
  },
  ...part,
});

it('names hosts without process events, fields without mapping, and indices that may not be read', async () => {
  expect(await createEsReadinessProbe(toClient({})).probe(PROBE_REQUEST)).toEqual([
    { id: 'hosts_without_processes', state: 'doubtful', seen: ['web-02'] },
    { id: 'fields_mapped', state: 'doubtful', seen: ['process.args'] },
    { id: 'indices_readable', state: 'doubtful', seen: ['logs-endpoint.events.*'] },
  ]);
});

it('finds nothing amiss where all is there', async () => {
  const index = { 'logs-endpoint.events.*': { read: true, view_index_metadata: true } };
  const buckets = [{ key: 'web-01', processes: { doc_count: 7 } }];
  const client = toClient({
    search: async () => ({ hits: { hits: [] }, aggregations: { hosts: { buckets } } }),
    fieldCaps: async () => ({ fields: { 'process.name': {}, 'process.args': {} } }),
    security: { hasPrivileges: async () => ({ index }) },
  });
  expect(await createEsReadinessProbe(client).probe(PROBE_REQUEST)).toEqual([
    { id: 'hosts_without_processes', state: 'good', seen: [] },
    { id: 'fields_mapped', state: 'good', seen: [] },
    { id: 'indices_readable', state: 'good', seen: [] },
  ]);
  const empty = toClient({ search: async () => ({ hits: { hits: [] } }) });
  expect((await createEsReadinessProbe(empty).probe(PROBE_REQUEST))[0]?.state).toBe('good');
});

it('asks of indices that may not exist, of the period asked about, and ends with the reader’s patience', async () => {
  const asked: unknown[] = [];
  const keep =
    (answer: object) =>
    async (...request: unknown[]) => {
      asked.push(...request);
      return answer;
    };
  const { indexPatterns, fields, timestampField, from, signal } = PROBE_REQUEST;
  const client = toClient({
    search: keep({ hits: { hits: [] } }) as never,
    fieldCaps: keep({ fields: {} }) as never,
    security: { hasPrivileges: keep({ index: {} }) as never },
  });
  await createEsReadinessProbe(client).probe(PROBE_REQUEST);
  const maybe = { allow_no_indices: true, ignore_unavailable: true };
  expect(asked).toEqual([
    {
      ...maybe,
      index: 'logs-*',
      size: 0,
      timeout: '5s',
      query: { range: { [timestampField]: { gte: from } } },
      aggs: {
        hosts: {
          terms: { field: 'host.name', size: 100 },
          aggs: { processes: { filter: { term: { 'event.category': 'process' } } } },
        },
      },
    },
    { signal },
    { ...maybe, index: indexPatterns, fields },
    { signal },
    { index: [{ names: indexPatterns, privileges: ['read', 'view_index_metadata'] }] },
    { signal },
  ]);
});

it('says of each what could not be seen, and goes on with the others', async () => {
  const refuse = () => Promise.reject(new Error('no rights'));
  const checks = await createEsReadinessProbe(toClient({ search: refuse })).probe(PROBE_REQUEST);
  expect(checks[0]).toEqual({
    id: 'hosts_without_processes',
    state: 'unknown',
    seen: ['no rights'],
  });
  expect(checks[1]?.state).toBe('doubtful');
});

const refuseAll = () => Promise.reject(new Error('no rights'));

readinessProbeContract(
  async () => createEsReadinessProbe(toClient({})),
  async () =>
    createEsReadinessProbe(
      toClient({
        search: refuseAll,
        fieldCaps: refuseAll,
        security: { hasPrivileges: refuseAll },
      })
    )
);
