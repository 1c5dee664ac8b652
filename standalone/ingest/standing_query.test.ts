import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import {
  createStandingTests,
  findOldestTime,
  findStandingTest,
  toStandingKey,
} from './standing_query';

const event = (id: string, category: string, seconds: number, index = 'logs-x'): SourceEvent => ({
  id,
  index,
  source: {
    '@timestamp': `2026-03-01T10:00:0${seconds}.000Z`,
    event: { category: [category] },
  },
});

const anyProcess = { query: 'process where true', indexPatterns: ['logs-*'] };

test('finds the matches of each query in its own indices', () => {
  const anyFile = { query: 'file where true', indexPatterns: ['other-*'] };
  const find = createStandingTests([anyProcess, anyFile]);
  const found = find([
    event('a', 'process', 2),
    event('b', 'file', 3, 'other-1'),
    event('c', 'process', 1),
    event('d', 'file', 1),
  ]);
  expect(found.map(({ key, events }) => [key, events.map(({ id }) => id)])).toEqual([
    [toStandingKey(anyProcess), ['c', 'a']],
    [toStandingKey(anyFile), ['b']],
  ]);
  expect(findOldestTime(found.flatMap(({ events }) => events))).toBe(
    Date.parse('2026-03-01T10:00:01.000Z')
  );
});

test('leaves out queries that no event matches', () => {
  expect(createStandingTests([anyProcess])([event('a', 'file', 1)])).toEqual([]);
  expect(findOldestTime([])).toBeUndefined();
});

test.each([
  'process where true | head 1',
  'sequence [process where true] [process where true]',
  'process where unknownFunction(process.name)',
  'process where',
])('does not ask %s of single events', (query) => {
  expect(findStandingTest({ ...anyProcess, query })).toBeUndefined();
});
