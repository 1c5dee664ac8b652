import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient, ShardFailure } from '@kbn/core/server';
import { DomainError } from '../../common/errors/domain_error';
import type { EventReader, EventSearch } from '../ports/event_reader';
import { toElasticReason } from './to_elastic_reason';

/** Asks Elasticsearch's EQL. `result_position: head` makes the limit keep the oldest matches: the newest come with the next page. */
export const createEsEventReader = (client: ElasticsearchClient): EventReader => ({
  async search(search) {
    const { signal } = search;
    const response = await client.eql
      .search(toRequest(search), { signal })
      .catch((error: unknown) => {
        throw toSearchError(error, search);
      });
    if (response.timed_out) throw new DomainError('event_search_timed_out', {});
    // From 8.18 on Elasticsearch leaves out shards that fail: what they hold would count as searched.
    if (response.is_partial || response.shard_failures?.length) {
      const reason = toShardReason(response.shard_failures ?? []);
      throw new DomainError('event_search_failed', { reason });
    }
    return (response.hits.events ?? []).map(({ _index, _id, _source }) => ({
      index: _index,
      id: _id,
      source: _source ?? {},
    }));
  },
});

const toRequest = ({
  query,
  indexPatterns,
  timestampField,
  from,
  to,
  size,
  except,
}: EventSearch): estypes.EqlSearchRequest => {
  const range: estypes.QueryDslQueryContainer = {
    range: { [timestampField]: { gte: from, lt: to, format: 'strict_date_optional_time' } },
  };
  return {
    index: [...indexPatterns],
    allow_no_indices: true,
    ignore_unavailable: true,
    query,
    size,
    timestamp_field: timestampField,
    result_position: 'head',
    filter: except?.size
      ? { bool: { filter: [range], must_not: [...except].map(toIdFilter) } }
      : range,
  };
};

/** The same id in another index is another event. */
const toIdFilter = ([index, ids]: [string, ReadonlySet<string>]) => ({
  bool: { filter: [{ term: { _index: index } }, { ids: { values: [...ids] } }] },
});

const toSearchError = (
  error: unknown,
  { signal, indexPatterns }: Pick<EventSearch, 'signal' | 'indexPatterns'>
): DomainError => {
  if (signal.aborted || isTimeout(error)) {
    return new DomainError('event_search_timed_out', {}, { cause: error });
  }
  // EQL answers 404 where not one index fits, even with `allow_no_indices`.
  return error instanceof Error && 'statusCode' in error && error.statusCode === 404
    ? new DomainError(
        'event_index_missing',
        { patterns: indexPatterns.join(', ') },
        { cause: error }
      )
    : new DomainError('event_search_failed', { reason: toElasticReason(error) }, { cause: error });
};

/** Elasticsearch's client gave up waiting, or a proxy before it did. */
const isTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'TimeoutError' ||
    ('statusCode' in error && (error.statusCode === 408 || error.statusCode === 504)));

const toShardReason = (failures: readonly ShardFailure[]): string =>
  [...new Set(failures.map(toFailureText))].join('; ') || 'partial results';

/** Which index failed, and in which words, are told as far as Elasticsearch knows. */
const toFailureText = ({ index, reason }: ShardFailure): string =>
  [index, reason.reason ?? reason.type].filter((part) => part !== undefined).join(': ');
