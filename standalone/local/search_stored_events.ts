import { DomainError } from '../../common/errors/domain_error';
import type { EqlQuery } from '../../common/eql/ast';
import { createEventTest } from '../../common/eql/create_event_test';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SourceEvent } from '../../common/event/source_event';
import { findEventTime } from '../../common/time/event_time';
import type { EventSearch } from '../../server/ports/event_reader';
import type { EventRecords } from '../store/event_records';
import { createIndexTest } from './create_index_test';

/** The field events are filed by; a search by another one has to look at all of them. */
export const FILED_BY = '@timestamp';
/** Orders events of one millisecond. */
const TIEBREAKER = 'event.sequence';

/**
 * Reads the events of a period and asks each. Minutes are read in order, so a search ends as soon as it has enough.
 * @throws EqlError when the query is wrong, DomainError `event_search_timed_out` when the signal aborts
 */
export const searchStoredEvents = async (
  search: EventSearch,
  events: Pick<EventRecords, 'read'>
): Promise<SourceEvent[]> => {
  const { timestampField, from, to, size, except, signal } = search;
  const query = parseEql(search.query);
  const options = { timestampField, tiebreakerField: TIEBREAKER };
  // Compiled once: what is found goes through the search itself, which brings it into order.
  const fits = createEventTest(query, options);
  const isNamed = createIndexTest(search.indexPatterns);
  const isFiled = timestampField === FILED_BY;
  const isInside = ({ source }: SourceEvent): boolean => {
    if (isFiled) return true;
    const time = findEventTime(source, timestampField);
    return time !== undefined && time >= from && time < to;
  };
  const parts = isFiled
    ? events.read(Date.parse(from), Date.parse(to))
    : events.read(-Infinity, Infinity);

  const found: SourceEvent[] = [];
  let minute: number | undefined;
  for await (const part of parts) {
    if (signal.aborted) throw new DomainError('event_search_timed_out', {});
    if (isFiled && part.minute !== minute && hasEnough(query, found, size)) break;
    minute = part.minute;
    for (const { event } of part.events) {
      if (
        isNamed(event.index) &&
        isInside(event) &&
        !isExcepted(event, except) &&
        fits(event.source)
      ) {
        found.push(event);
      }
    }
  }
  return searchEvents(query, found, options).slice(0, size);
};

const isExcepted = ({ index, id }: SourceEvent, except: EventSearch['except']): boolean =>
  except?.get(index)?.has(id) ?? false;

/** Pipes such as `tail` depend on the last match. */
const hasEnough = (query: EqlQuery, found: readonly SourceEvent[], size: number): boolean =>
  query.pipes.length === 0 && found.length >= size;
