import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { createArrivalSearch } from '../../standalone/ingest/create_arrival_search';
import { findOldestTime } from '../../standalone/ingest/standing_query';
import { searchStoredEvents } from '../../standalone/local/search_stored_events';
import { createLogger } from '../../standalone/log/create_logger';

/** More than a call takes arguments, even with a stack of its own. */
const FLOOD = 300_000;
const MINUTE = Date.UTC(2026, 2, 1, 10);

const flood: SourceEvent[] = Array.from({ length: FLOOD }, (_, n) => ({
  index: 'logs-x',
  id: `e${n}`,
  source: {
    '@timestamp': new Date(MINUTE + (n % 60_000)).toISOString(),
    event: { category: 'process' },
  },
}));

test(
  'searches a minute in which more events match than a call takes arguments',
  { timeout: 90_000 },
  async () => {
    const times = flood.map(({ source }) => Date.parse(String(source['@timestamp'])));
    const found = await searchStoredEvents(
      {
        query: 'process where true',
        indexPatterns: ['logs-*'],
        timestampField: '@timestamp',
        from: new Date(MINUTE).toISOString(),
        to: new Date(MINUTE + 60_000).toISOString(),
        size: FLOOD,
        signal: new AbortController().signal,
      },
      {
        async *read() {
          yield {
            minute: MINUTE,
            events: flood.map((event, n) => ({ event, time: times[n] ?? 0 })),
          };
        },
      }
    );
    expect(found).toHaveLength(FLOOD);
  }
);

test('finds the oldest of such a flood', () => {
  expect(findOldestTime(flood)).toBe(MINUTE);
});

test('searches for as many arrivals at once', async () => {
  const searched: number[] = [];
  const arrivals = createArrivalSearch({
    search: async (oldest) => searched.push(oldest.getTime()) > 0,
    remove: async () => undefined,
    logger: createLogger({ write: () => undefined, now: () => new Date(0) }),
  });
  arrivals.add(flood.map(({ id }, n) => ({ id, oldest: 1000 + n })));
  await arrivals.settled();
  expect(searched).toEqual([1000]);
});
