import type { ElasticsearchClient, SearchHit } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  CONTRACT_HOST,
  requestReaderContract,
  toRequestTime,
} from '../../test/contracts/request_reader.contract';
import { createEsRequestReader } from './es_request_reader';

type Search = ElasticsearchClient['search'];
const createReader = (search: Search) =>
  createEsRequestReader({ search, bulk: unused, eql: { search: unused } });

const unused = (): Promise<never> => Promise.reject(new Error('unused'));

/** The parts of the request that the double understands. */
const requestSchema = z.object({
  size: z.number(),
  query: z.object({
    bool: z.object({
      filter: z.tuple([
        z.object({
          range: z.object({ '@timestamp': z.object({ gte: z.string(), lte: z.string() }) }),
        }),
        z.object({ bool: z.object({ should: z.array(z.object({ term: z.record(z.string()) })) }) }),
        z.unknown(),
      ]),
    }),
  }),
});

requestReaderContract(
  async (requests) =>
    createReader(async (params) => {
      const { size, query } = requestSchema.parse(params);
      const [{ range }, { bool }] = query.bool.filter;
      const { gte, lte } = range['@timestamp'];
      const isAsked = bool.should.some(({ term }) => term['host.name'] === CONTRACT_HOST);
      const hits = requests
        .map(({ second, target }) => ({ time: toRequestTime(second), target }))
        .filter(({ time }) => isAsked && time >= gte && time <= lte)
        .slice(0, size)
        .map(({ time, target }, index): SearchHit => ({
          _index: 'logs-nginx.access-default',
          _id: String(index),
          _source: {
            '@timestamp': time,
            source: { address: '203.0.113.9' },
            url: { original: target },
            http: { request: { method: 'GET' }, response: { status_code: 200 } },
          },
        }));
      await new Promise((resolve) => setTimeout(resolve, 1));
      return { hits: { hits } };
    }),
  async () => createReader(() => Promise.reject(new Error('security_exception: missing rights')))
);

it('asks for what was requested of this host, oldest first, in logs that may not exist', async () => {
  const asked: Array<Parameters<Search>> = [];
  const { signal } = new AbortController();
  const reader = createReader(async (...request) => {
    asked.push(request);
    return { hits: { hits: [] } };
  });
  const search = { from: toRequestTime(0), to: toRequestTime(1), size: 10, signal };
  await reader.find({ ...search, hostName: 'web-1' });
  await reader.find({ ...search, hostName: undefined });
  const range = { gte: search.from, lte: search.to, format: 'strict_date_optional_time' };
  const inTime = { range: { '@timestamp': range } };
  const ofHost = {
    bool: {
      should: [{ term: { 'host.name': 'web-1' } }, { term: { 'host.hostname': 'web-1' } }],
      minimum_should_match: 1,
    },
  };
  const ofUrl = {
    bool: {
      should: [{ exists: { field: 'url.original' } }, { exists: { field: 'url.path' } }],
      minimum_should_match: 1,
    },
  };
  const toBody = (filter: readonly object[]): object => ({
    allow_no_indices: true,
    ignore_unavailable: true,
    size: 11,
    track_total_hits: false,
    sort: [{ '@timestamp': { order: 'asc', unmapped_type: 'date' } }],
    query: { bool: { filter } },
  });
  expect(asked[0]?.[0]).toMatchObject(toBody([inTime, ofHost, ofUrl]));
  expect(asked[1]?.[0]).toMatchObject(toBody([inTime, ofUrl]));
  expect(asked[0]?.[1]?.signal).toBe(signal);
});

it('passes over what is no request', async () => {
  const { signal } = new AbortController();
  const reader = createReader(async () => ({
    hits: { hits: [{ _index: 'i', _id: '1', _source: { message: 'rotated' } }] },
  }));
  const from = toRequestTime(0);
  expect(
    await reader.find({ hostName: undefined, from, to: from, size: 10, signal })
  ).toMatchObject({
    requests: [],
    isCut: false,
  });
});
