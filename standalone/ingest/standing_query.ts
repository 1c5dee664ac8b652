import type { EqlQuery } from '../../common/eql/ast';
import { EqlError } from '../../common/eql/errors/eql_error';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SourceEvent } from '../../common/event/source_event';
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
  const parsed = findEventQuery(query);
  if (!parsed) return undefined;
  const isNamed = createIndexTest(indexPatterns);
  return (events) =>
    searchEvents(
      parsed,
      events.filter(({ index }) => isNamed(index))
    );
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
  events.length === 0 ? undefined : Math.min(...events.map(toMatchTime));

/** Epoch milliseconds of an event's `@timestamp`, which every stored event has. */
export const toMatchTime = (event: SourceEvent): number => findFiledTime(event) ?? 0;

const findEventQuery = (text: string): EqlQuery | undefined => {
  try {
    const query = parseEql(text);
    // Compiling finds what parsing does not look at.
    searchEvents(query, []);
    return query.pipes.length === 0 ? query : undefined;
  } catch (error) {
    if (error instanceof EqlError) return undefined;
    throw error;
  }
};
