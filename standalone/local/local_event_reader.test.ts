import { expect, test } from 'vitest';
import { eventReaderContract } from '../../test/contracts/event_reader.contract';
import type { EventSearch } from '../../server/ports/event_reader';
import { addEvents } from '../../test/add_events';
import { createTemporaryStore } from '../../test/temporary_store';
import { createStandingMatches } from './create_standing_matches';
import { createLocalEventReader } from './local_event_reader';

eventReaderContract(async (events) => {
  const store = await createTemporaryStore();
  await addEvents(store.events, { events });
  return createLocalEventReader(
    store.events,
    createStandingMatches(async () => undefined)
  );
});

const searchMinutes = async (parts: Partial<EventSearch>): Promise<string[]> => {
  const store = await createTemporaryStore();
  const events = [0, 1, 2].map((minute) => ({
    id: `e${minute}`,
    index: 'logs-x',
    source: { '@timestamp': `2026-03-01T10:0${minute}:00.000Z`, event: { category: 'process' } },
  }));
  await addEvents(store.events, { events });
  const found = await createLocalEventReader(
    store.events,
    createStandingMatches(async () => undefined)
  ).search({
    query: 'process where true',
    indexPatterns: ['logs-*'],
    timestampField: '@timestamp',
    from: '2026-03-01T10:00:00.000Z',
    to: '2026-03-01T11:00:00.000Z',
    size: 10,
    signal: new AbortController().signal,
    ...parts,
  });
  return found.map(({ id }) => id);
};

test('finds nothing by a pattern that no index fits: a store that is filled only now has none', async () => {
  expect(await searchMinutes({ indexPatterns: ['nothing-*'] })).toEqual([]);
});

test('applies pipes to all matches of the period, not to each part that is read', async () => {
  expect(await searchMinutes({ query: 'process where true | tail 2 | head 1' })).toEqual(['e1']);
});
