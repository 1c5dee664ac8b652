import type { ElasticsearchClient } from '@kbn/core/server';
import { DomainError } from '../../common/errors/domain_error';
import type { EventReader } from '../ports/event_reader';

/** Asks Elasticsearch's EQL. `result_position: head` makes the limit keep the oldest matches: the newest come with the next page. */
export const createEsEventReader = (client: ElasticsearchClient): EventReader => ({
  async search({ query, indexPatterns, timestampField, from, to, size, signal }) {
    const response = await client.eql
      .search(
        {
          index: [...indexPatterns],
          allow_no_indices: true,
          ignore_unavailable: true,
          body: {
            query,
            size,
            timestamp_field: timestampField,
            result_position: 'head',
            filter: {
              range: {
                [timestampField]: { gte: from, lt: to, format: 'strict_date_optional_time' },
              },
            },
          },
        },
        { signal }
      )
      .catch((error: unknown) => {
        if (signal.aborted) throw new DomainError('event_search_timed_out', {}, { cause: error });
        const reason = error instanceof Error ? error.message : String(error);
        throw new DomainError('event_search_failed', { reason }, { cause: error });
      });
    if (response.timed_out) throw new DomainError('event_search_timed_out');
    return (response.hits.events ?? []).map(({ _index, _id, _source }) => ({
      index: _index,
      id: _id,
      source: _source ?? {},
    }));
  },
});
