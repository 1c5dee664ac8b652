import { DomainError } from '../../common/errors/domain_error';
import { EqlError } from '../../common/eql/errors/eql_error';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SourceEvent } from '../../common/event/source_event';
import { findEventTime } from '../../common/time/event_time';
import type { EventReader, EventSearch } from '../../server/ports/event_reader';
import { createIndexTest } from '../../standalone/local/create_index_test';

/** Reads given events by the project's own EQL; answers come late, as Elasticsearch's do. */
export const createEqlEventReader = (
  events: readonly SourceEvent[]
): { readonly reader: EventReader; readonly asked: readonly EventSearch[] } => {
  const asked: EventSearch[] = [];
  const reader: EventReader = {
    async search(search) {
      asked.push(search);
      await new Promise((resolve) => setImmediate(resolve));
      const { query, indexPatterns, timestampField, from, to, size, except, signal } = search;
      if (signal.aborted) throw new DomainError('event_search_timed_out', {});
      const isNamed = createIndexTest(indexPatterns);
      const inPeriod = events.filter(({ source, index, id }) => {
        const time = findEventTime(source, timestampField) ?? '';
        const isExcepted = except?.get(index)?.has(id) === true;
        return isNamed(index) && time >= from && time < to && !isExcepted;
      });
      try {
        return searchEvents(parseEql(query), inPeriod, { timestampField }).slice(0, size);
      } catch (error) {
        if (!(error instanceof EqlError)) throw error;
        throw new DomainError('event_search_failed', { reason: error.message });
      }
    },
  };
  return { reader, asked };
};
