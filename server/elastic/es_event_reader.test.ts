import type { ElasticsearchClient } from '@kbn/core/server';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../common/errors/domain_error';
import { createEsEventReader } from './es_event_reader';

type EqlSearch = ElasticsearchClient['eql']['search'];

const createReader = (search: EqlSearch) =>
  createEsEventReader({ search: () => Promise.reject(new Error('unused')), eql: { search } });

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
          body: {
            query: 'process where true',
            size: 500,
            timestamp_field: '@timestamp',
            result_position: 'head',
            filter: { range: { '@timestamp': { gte: question.from, lt: question.to } } },
          },
        },
        { signal: question.signal },
      ],
    ]);
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
