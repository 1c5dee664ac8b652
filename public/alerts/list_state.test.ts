import { expect, test } from 'vitest';
import { DEFAULT_LIST_STATE, parseListState, toAlertQuery, toSearch } from './list_state';

const NOW = new Date('2026-11-24T03:00:00.000Z');

test('an empty address shows the queue, and the queue leaves the address empty', () => {
  expect(parseListState('')).toEqual(DEFAULT_LIST_STATE);
  expect(toSearch(DEFAULT_LIST_STATE, '')).toBe('');
});

test('a state comes back from the address it was written to', () => {
  const state = {
    ...DEFAULT_LIST_STATE,
    statuses: ['closed'],
    hosts: ['web 01', 'a&b=c'],
    users: ['\u202eroot'],
    servers: ['php-fpm8.2'],
    sources: ['2001:db8::1', 'unknown'],
    signKinds: ['shell', 'secrets'],
    search: 'curl | sh #1',
    time: { kind: 'between', from: '2026-11-24T00:00:00.000Z', to: '2026-11-24T01:00:00.000Z' },
    grouping: 'server',
    sortField: 'host',
    sortOrder: 'asc',
    page: 4,
    perPage: 100,
  } as const;
  expect(parseListState(toSearch(state, ''))).toEqual(state);
});

test('every status is written down, because none written means the queue', () => {
  const search = toSearch({ ...DEFAULT_LIST_STATE, statuses: [] }, '');
  expect(search).toBe('?status=any');
  expect(parseListState(search).statuses).toEqual([]);
});

test('what the list does not own stays in the address', () => {
  expect(toSearch(DEFAULT_LIST_STATE, '?tab=investigate&host=web-01')).toBe('?tab=investigate');
});

test.each([
  '?status=burning&sort=price&order=up&page=-3&size=7&range=1y&from=yesterday',
  '?page=1.5&page=x&size=&group=moon',
  '?page=99999999',
  '?source=evil.example&source=203.0.113.0/24',
])('an address that makes no sense (%s) shows the queue', (search) => {
  expect(parseListState(search)).toEqual(DEFAULT_LIST_STATE);
});

test('a span ends now, whenever that is', () => {
  const state = parseListState('?range=24h');
  expect(toAlertQuery(state, NOW)).toMatchObject({ from: '2026-11-23T03:00:00.000Z' });
  expect(toAlertQuery(state, NOW)).not.toHaveProperty('to');
});
