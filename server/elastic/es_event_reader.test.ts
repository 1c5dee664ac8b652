import type { ElasticsearchClient } from '@kbn/core/server';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../common/errors/domain_error';
import { eventReaderContract } from '../../test/contracts/event_reader.contract';
import { createMemoryElasticsearch } from '../../test/doubles/elasticsearch/create_memory_elasticsearch';
import { createEsEventReader } from './es_event_reader';

eventReaderContract(async (events) => {
  const elasticsearch = createMemoryElasticsearch();
  elasticsearch.createIndex('logs-endpoint.events.process-default');
  elasticsearch.put(
    events.map(({ index, id, source }) => ({ _index: index, _id: id, _source: source }))
  );
  return createEsEventReader(elasticsearch.client);
});

type EqlSearch = ElasticsearchClient['eql']['search'];

const createReader = (search: EqlSearch) =>
  createEsEventReader({ search: unused, bulk: unused, eql: { search } });

const unused = (): Promise<never> => Promise.reject(new Error('unused'));

/** An error as Elasticsearch's client throws it. */
const createResponseError = (statusCode: number, error: object): Error =>
  Object.assign(new Error('verification_exception\n\tRoot causes: …'), {
    statusCode,
    meta: { statusCode, body: { error } },
  });

const question = {
  query: 'process where true',
  indexPatterns: ['logs-endpoint.events.*', 'endgame-*'],
  timestampField: '@timestamp',
  from: '2026-11-24T11:51:00.000Z',
  to: '2026-11-24T12:00:00.000Z',
  size: 500,
  signal: new AbortController().signal,
};

describe('the event reader on Elasticsearch', () => {
  it('asks for the oldest matches of the window and passes its abort signal', async () => {
    const asked: Array<Parameters<EqlSearch>> = [];
    await createReader(async (...request) => {
      asked.push(request);
      return { hits: { events: [] } };
    }).search(question);
    expect(asked).toMatchObject([
      [
        {
          index: question.indexPatterns,
          query: 'process where true',
          size: 500,
          timestamp_field: '@timestamp',
          result_position: 'head',
          filter: { range: { '@timestamp': { gte: question.from, lt: question.to } } },
        },
        { signal: question.signal },
      ],
    ]);
  });

  it('leaves out the events the caller has, each of its own index', async () => {
    const asked: Array<Parameters<EqlSearch>> = [];
    const except = new Map([
      ['logs-a', new Set(['1', '2'])],
      ['logs-b', new Set(['1'])],
    ]);
    await createReader(async (...request) => {
      asked.push(request);
      return { hits: { events: [] } };
    }).search({ ...question, except });
    expect(asked[0]?.[0]).toMatchObject({
      filter: {
        bool: {
          must_not: [
            { bool: { filter: [{ term: { _index: 'logs-a' } }, { ids: { values: ['1', '2'] } }] } },
            { bool: { filter: [{ term: { _index: 'logs-b' } }, { ids: { values: ['1'] } }] } },
          ],
        },
      },
    });
  });

  it.each([
    ['the client', Object.assign(new Error('Request timed out'), { name: 'TimeoutError' })],
    ['a gateway', createResponseError(504, {})],
  ])('tells an answer that %s did not wait for from a search that failed', async (_who, error) => {
    await expect(createReader(() => Promise.reject(error)).search(question)).rejects.toMatchObject({
      code: 'event_search_timed_out',
    });
  });

  it('answers events with the address they were read from', async () => {
    const reader = createReader(async () => ({
      hits: { events: [{ _index: 'endgame-1', _id: 'x', _source: { a: 1 } }] },
    }));
    expect(await reader.search(question)).toEqual([
      { index: 'endgame-1', id: 'x', source: { a: 1 } },
    ]);
  });

  it('passes Elasticsearch’s own words on when the search fails', async () => {
    const reader = createReader(() => Promise.reject(new Error('Unknown column [process.nme]')));
    await expect(reader.search(question)).rejects.toMatchObject({
      code: 'event_search_failed',
      values: { reason: 'Unknown column [process.nme]' },
    });
  });

  it('words a refusal by its root causes, without the client’s own lines', async () => {
    const cause = { type: 'verification_exception', reason: 'Unknown column [process.nme]' };
    const refusal = createResponseError(400, { ...cause, root_cause: [cause, cause] });
    await expect(
      createReader(() => Promise.reject(refusal)).search(question)
    ).rejects.toMatchObject({
      code: 'event_search_failed',
      values: { reason: 'Unknown column [process.nme]' },
    });
  });

  it('names the patterns when not one index fits them', async () => {
    const refusal = createResponseError(404, { reason: 'no such index', root_cause: [] });
    await expect(
      createReader(() => Promise.reject(refusal)).search(question)
    ).rejects.toMatchObject({
      code: 'event_index_missing',
      values: { patterns: 'logs-endpoint.events.*, endgame-*' },
    });
  });

  it.each([
    [
      'shards that fail',
      { shard_failures: [{ index: 'logs-1', reason: { type: 'x', reason: 'closed' } }] },
      'logs-1: closed',
    ],
    [
      'shards that fail without a word',
      { shard_failures: [{ reason: { type: 'no_shard_available', reason: null } }] },
      'no_shard_available',
    ],
    ['a search that is still running', { is_partial: true }, 'partial results'],
  ])('does not take the half answer of %s', async (_what, part, reason) => {
    const reader = createReader(async () => ({ ...part, hits: { events: [] } }));
    await expect(reader.search(question)).rejects.toMatchObject({
      code: 'event_search_failed',
      values: { reason },
    });
  });

  it('tells a search that was stopped from one that failed', async () => {
    const reader = createReader(() => Promise.reject(new Error('aborted')));
    await expect(reader.search({ ...question, signal: AbortSignal.abort() })).rejects.toMatchObject(
      {
        code: 'event_search_timed_out',
      }
    );
  });

  it('does not take the half answer of a search that timed out', async () => {
    const reader = createReader(async () => ({ timed_out: true, hits: { events: [] } }));
    await expect(reader.search(question)).rejects.toBeInstanceOf(DomainError);
  });
});
