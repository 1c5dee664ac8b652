import { expect, test } from 'vitest';
import { createBlockCache } from './block_cache';
import type { TimedEvent } from './event_block';

const toEvents = (count: number): TimedEvent[] =>
  Array.from({ length: count }, (_, time) => ({ event: { index: '', id: '', source: {} }, time }));

test('keeps what was read last and no more events than it may', () => {
  const cache = createBlockCache(12);
  const blocks = [1, 2, 3, 4].map((minute) => [[minute, 'a'], toEvents(3)] as const);
  for (const [[minute], events] of blocks) cache.keep([minute, 'a'], events);
  expect(cache.find([1, 'a'])).toBe(blocks[0]?.[1]);
  cache.keep([5, 'a'], toEvents(3));
  const known = [1, 2, 3, 4, 5].filter((minute) => cache.find([minute, 'a']) !== undefined);
  expect(known).toEqual([1, 3, 4, 5]);
});

test('tells blocks of one minute apart, and counts one that is kept twice once', () => {
  const cache = createBlockCache(12);
  for (let time = 0; time < 5; time += 1) cache.keep([1, 'a'], toEvents(3));
  cache.keep([1, 'b'], toEvents(2));
  expect([cache.find([1, 'a'])?.length, cache.find([1, 'b'])?.length]).toEqual([3, 2]);
});

test('does not let one large block drive out all the others', () => {
  const cache = createBlockCache(12);
  cache.keep([1, 'a'], toEvents(3));
  cache.keep([2, 'a'], toEvents(4));
  expect(cache.find([2, 'a'])).toBeUndefined();
  expect(cache.find([1, 'a'])).toBeDefined();
});
