import type { EqlQuery } from '../../common/eql/ast';
import { createEventTest } from '../../common/eql/create_event_test';
import { EqlError } from '../../common/eql/errors/eql_error';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { EventSource, SourceEvent } from '../../common/event/source_event';
import { findFiledTime } from '../store/find_filed_time';
import { createIndexTest } from '../local/create_index_test';

/** Events that match a standing query. */
export interface ArrivedMatches {
  /** `toStandingKey` of the query. */
  readonly key: string;
  readonly events: readonly SourceEvent[];
}

/** A query that is asked of every event as it arrives. */
export interface StandingQuery {
  readonly query: string;
  readonly indexPatterns: readonly string[];
}

/** The events of a batch that match, in order of time. */
export type StandingTest = (events: readonly SourceEvent[]) => SourceEvent[];

/** One text for equal queries. */
export const toStandingKey = ({ query, indexPatterns }: StandingQuery): string =>
  JSON.stringify([query, indexPatterns]);

/** Undefined for a query whose answer depends on other events: one with pipes, a sequence, or one that is wrong. */
export const findStandingTest = ({
  query,
  indexPatterns,
}: StandingQuery): StandingTest | undefined => {
  const found = findEventQuery(query);
  if (!found) return undefined;
  const isNamed = createIndexTest(indexPatterns);
  return (events) => {
    const matching = events.filter(({ index, source }) => isNamed(index) && found.test(source));
    return matching.length === 0 ? matching : searchEvents(found.query, matching);
  };
};

/** Looks at a batch with every query; queries without a match are left out. */
export const createStandingTests = (
  queries: readonly StandingQuery[]
): ((events: readonly SourceEvent[]) => ArrivedMatches[]) => {
  const tests = queries.flatMap((query) => {
    const test = findStandingTest(query);
    return test ? [{ key: toStandingKey(query), test }] : [];
  });
  return (events) =>
    tests
      .map(({ key, test }) => ({ key, events: test(events) }))
      .filter((found) => found.events.length > 0);
};

/** Epoch milliseconds of the earliest `@timestamp`; undefined without events. */
export const findOldestTime = (events: readonly SourceEvent[]): number | undefined =>
  events.length === 0
    ? undefined
    : events.reduce((oldest, event) => Math.min(oldest, toMatchTime(event)), Infinity);

/** Epoch milliseconds of an event's `@timestamp`, which every stored event has. */
export const toMatchTime = (event: SourceEvent): number => findFiledTime(event) ?? 0;

/** The query, and its test, because preparing that anew for each batch takes as long as asking a hundred events. */
interface EventQuery {
  readonly query: EqlQuery;
  readonly test: (source: EventSource) => boolean;
}

const findEventQuery = (text: string): EventQuery | undefined => {
  try {
    const query = parseEql(text);
    const test = createEventTest(query);
    return query.pipes.length === 0 ? { query, test } : undefined;
  } catch (error) {
    if (error instanceof EqlError) return undefined;
    throw error;
  }
};
