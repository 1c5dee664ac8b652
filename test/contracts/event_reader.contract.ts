import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventReader, EventSearch } from '../../server/ports/event_reader';

const INDEX = 'logs-endpoint.events.process-default';

const toTime = (seconds: number): string =>
  new Date(Date.UTC(2026, 2, 1, 10) + seconds * 1000).toISOString();

const toEvent = (
  id: string,
  seconds: number,
  {
    name = 'sh',
    index = INDEX,
    ingested = seconds,
  }: { name?: string; index?: string; ingested?: number } = {}
): SourceEvent => ({
  id,
  index,
  source: {
    '@timestamp': toTime(seconds),
    event: { category: ['process'], type: ['start'], ingested: toTime(ingested) },
    process: { name, args: ['sh', '-c', 'id'] },
  },
});

/**
 * What every event reader must do.
 * @param createReader gives a reader of these events and no others
 */
export const eventReaderContract = (
  createReader: (events: readonly SourceEvent[]) => Promise<EventReader>
): void => {
  const search = async (
    events: readonly SourceEvent[],
    parts: Partial<EventSearch> = {}
  ): Promise<string[]> => {
    const reader = await createReader(events);
    const found = await reader.search({
      query: 'process where process.name == "sh"',
      indexPatterns: ['logs-endpoint.events.*', 'endgame-*'],
      timestampField: '@timestamp',
      from: toTime(0),
      to: toTime(3600),
      size: 100,
      signal: new AbortController().signal,
      ...parts,
    });
    return found.map(({ id }) => id);
  };

  test('answers the matching events with where they are and all they hold', async () => {
    const [event, other] = [toEvent('a', 1), toEvent('b', 2, { name: 'nginx' })];
    const reader = await createReader([event, other]);
    const found = await reader.search({
      query: 'process where process.name == "sh"',
      indexPatterns: ['logs-*'],
      timestampField: '@timestamp',
      from: toTime(0),
      to: toTime(10),
      size: 10,
      signal: new AbortController().signal,
    });
    expect(found).toEqual([event]);
  });

  test('answers in order of time, whatever order events came in', async () => {
    const events = [toEvent('c', 190), toEvent('a', 5), toEvent('d', 3000), toEvent('b', 65)];
    expect(await search(events)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('takes the beginning of the period in and leaves its end out', async () => {
    const events = [
      toEvent('before', 59.999),
      toEvent('a', 60),
      toEvent('b', 119.999),
      toEvent('end', 120),
    ];
    expect(await search(events, { from: toTime(60), to: toTime(120) })).toEqual(['a', 'b']);
    expect(await search(events, { from: toTime(60), to: toTime(60) })).toEqual([]);
  });

  test('answers no more than asked for, the oldest ones', async () => {
    const events = Array.from({ length: 30 }, (_, at) => toEvent(`e${at}`, at * 7));
    expect(await search(events, { size: 3 })).toEqual(['e0', 'e1', 'e2']);
  });

  test('leaves out the events the caller has, and no others of their ids', async () => {
    const other = toEvent('e1', 3, { index: 'endgame-4.28' });
    const events = [...Array.from({ length: 5 }, (_, at) => toEvent(`e${at}`, at * 7)), other];
    const except = new Map([[INDEX, new Set(['e0', 'e1', 'e3'])]]);
    expect(await search(events, { except, size: 2 })).toEqual(['e1', 'e2']);
    expect(await search(events, { except })).toEqual(['e1', 'e2', 'e4']);
  });

  test('looks only into the indices that the patterns name', async () => {
    const events = [
      toEvent('a', 1),
      toEvent('b', 2, { index: 'endgame-4.28' }),
      toEvent('c', 3, { index: 'logs-system.auth-default' }),
    ];
    expect(await search(events)).toEqual(['a', 'b']);
    expect(await search(events, { indexPatterns: ['logs-system.*'] })).toEqual(['c']);
  });

  test('goes by the timestamp field it is given', async () => {
    const events = [toEvent('late', 10, { ingested: 900 }), toEvent('b', 20), toEvent('c', 901)];
    const period = { timestampField: 'event.ingested', from: toTime(890), to: toTime(910) };
    expect(await search(events, period)).toEqual(['late', 'c']);
  });

  test('says in the engine’s words what is wrong with a query', async () => {
    await expect(search([], { query: 'process where process.name ==' })).rejects.toMatchObject({
      name: 'DomainError',
      code: 'event_search_failed',
      values: { reason: expect.stringMatching(/\S/) as string },
    });
  });

  test('ends when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(search([toEvent('a', 1)], { signal })).rejects.toMatchObject({
      code: 'event_search_timed_out',
    });
  });
};
