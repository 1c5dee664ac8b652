import { expect, test } from 'vitest';
import { createLogger } from '../log/create_logger';
import { createArrivalSearch } from './create_arrival_search';

const create = (search: (oldest: Date) => Promise<boolean>) => {
  const removed: string[] = [];
  const arrivals = createArrivalSearch({
    search,
    remove: async (ids) => void removed.push(...ids),
    logger: createLogger({ write: () => undefined, now: () => new Date(0) }),
  });
  return { arrivals, removed };
};

test('searches from the oldest of all that wait, and forgets them afterwards', async () => {
  const searched: number[] = [];
  const { arrivals, removed } = create(async (oldest) => {
    searched.push(oldest.getTime());
    if (searched.length === 1) {
      arrivals.add([
        { id: 'b', oldest: 70 },
        { id: 'c', oldest: 30 },
      ]);
    }
    return true;
  });
  arrivals.add([{ id: 'a', oldest: 50 }]);
  await arrivals.settled();
  // What arrived during the first search waits for the second.
  expect(searched).toEqual([50, 30]);
  expect(removed.sort()).toEqual(['a', 'b', 'c']);
});

test('does not forget an arrival whose search failed', async () => {
  const { arrivals, removed } = create(async () => false);
  arrivals.add([{ id: 'a', oldest: 50 }]);
  await arrivals.stop();
  expect(removed).toEqual([]);
});

test('does nothing where nothing has arrived', async () => {
  const { arrivals } = create(() => Promise.reject(new Error('not expected')));
  arrivals.add([]);
  await arrivals.settled();
  await arrivals.stop();
});
