import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SourceEvent } from '../../common/event/source_event';
import { findEventTime } from '../../common/time/event_time';
import type { EventReader, EventSearch } from '../../server/ports/event_reader';

/** Reads given events by the project's own EQL; answers come late, as Elasticsearch's do. */
export const createEqlEventReader = (
  events: readonly SourceEvent[]
): { readonly reader: EventReader; readonly asked: readonly EventSearch[] } => {
  const asked: EventSearch[] = [];
  const reader: EventReader = {
    async search(search) {
      asked.push(search);
      await new Promise((resolve) => setTimeout(resolve, 1));
      const { query, from, to, size, except } = search;
      const inPeriod = events.filter(({ source, index, id }) => {
        const time = findEventTime(source, '@timestamp') ?? '';
        return time >= from && time < to && except?.get(index)?.has(id) !== true;
      });
      return searchEvents(parseEql(query), inPeriod).slice(0, size);
    },
  };
  return { reader, asked };
};
