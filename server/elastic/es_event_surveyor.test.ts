import type { ElasticsearchClient } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { eventSurveyorContract } from '../../test/contracts/event_surveyor.contract';
import { createMemoryElasticsearch } from '../../test/doubles/elasticsearch/create_memory_elasticsearch';
import { createEsEventSurveyor } from './es_event_surveyor';

eventSurveyorContract(
  async (events) => {
    const elasticsearch = createMemoryElasticsearch();
    elasticsearch.put(
      events.map(({ index, id, source }) => ({ _index: index, _id: id, _source: source }))
    );
    return createEsEventSurveyor(elasticsearch.client);
  },
  async () =>
    createEsEventSurveyor({
      ...createMemoryElasticsearch().client,
      search: () => Promise.reject(new Error('no permission to read logs-*')),
    })
);

const request = {
  indexPatterns: ['logs-*'],
  timestampField: '@timestamp',
  fields: ['process.name', 'process.parent.executable'],
  from: '2026-03-01T00:00:00.000Z',
  signal: new AbortController().signal,
};

const survey = (search: ElasticsearchClient['search']) =>
  createEsEventSurveyor({
    search,
    bulk: unused,
    eql: { search: unused },
  }).survey(request);

const unused = (): Promise<never> => Promise.reject(new Error('unused'));

const answer = (relation: string, timedOut = false) => ({
  timed_out: timedOut,
  hits: { hits: [], total: { value: 1179, relation } },
  aggregations: {
    hosts: { buckets: [{ key: 'web-01', doc_count: 3, newest: { value: 1_772_359_200_000 } }] },
    fields: {
      buckets: {
        'process.name': { doc_count: 1179 },
        'process.parent.executable': { doc_count: 0 },
      },
    },
  },
});

it('says how many events there are, of which hosts, and what none of them has', async () => {
  const asked: unknown[] = [];
  const found = await survey(async (...params) => {
    asked.push(...params);
    return answer('eq');
  });
  expect(found).toEqual({
    events: 1179,
    isAtLeast: false,
    hosts: [{ name: 'web-01', newest: '2026-03-01T10:00:00.000Z' }],
    absentFields: ['process.parent.executable'],
    problems: [],
  });
  expect(asked).toMatchObject([
    {
      index: ['logs-*'],
      allow_no_indices: true,
      ignore_unavailable: true,
      size: 0,
      timeout: '5s',
      query: { bool: { filter: [{ range: { '@timestamp': { gte: request.from } } }] } },
      aggs: { hosts: { terms: { field: 'host.name' } } },
    },
    { signal: request.signal },
  ]);
});

it('claims no field absent when it did not look at all events', async () => {
  const found = await survey(async () => answer('gte', true));
  expect(found).toMatchObject({ isAtLeast: true, absentFields: [] });
});

it('counts no further than it must, and says so', async () => {
  const found = await survey(async () => answer('gte'));
  expect(found).toMatchObject({ isAtLeast: true, absentFields: ['process.parent.executable'] });
});

it('says why it could not look', async () => {
  const found = await survey(() => Promise.reject(new Error('no permission to read logs-*')));
  expect(found).toEqual({
    events: 0,
    isAtLeast: true,
    hosts: [],
    absentFields: [],
    problems: [expect.stringContaining('no permission')],
  });
});
