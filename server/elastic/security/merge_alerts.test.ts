import { expect, it } from 'vitest';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { AlertQuery } from '../../../common/api/find_alerts';
import { toPage, toSampleAlert } from '../../../test/browser_app/sample_alerts';
import { addCounts, mergeAlerts } from './merge_alerts';

const [LISTED] = toPage([toSampleAlert()]).alerts;
if (LISTED === undefined) throw new Error('an alert of the list');

const toAlert = (id: string, minute: number, part: Partial<ListedAlert> = {}): ListedAlert => ({
  ...LISTED,
  id,
  eventTime: new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString(),
  ...part,
});
const merge = (
  ordered: readonly ListedAlert[],
  others: readonly ListedAlert[],
  sortField: AlertQuery['sortField'] = 'eventTime',
  sortOrder: AlertQuery['sortOrder'] = 'asc'
): string[] => mergeAlerts(ordered, others, { sortField, sortOrder }).map(({ id }) => id);

it('puts alerts between others in either order, however they come', () => {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map((minute) => toAlert(`m${minute}`, minute));
  if (!a || !b || !c || !d || !e) throw new Error('five alerts');
  expect(merge([b, d], [e, a, c])).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  expect(merge([d, b], [a, c, e], 'eventTime', 'desc')).toEqual(['m5', 'm4', 'm3', 'm2', 'm1']);
});

it('tells equal ones apart by id, so that a page shows none twice', () => {
  const [a, b, c] = [toAlert('a', 1), toAlert('b', 1), toAlert('c', 1)];
  for (const order of ['asc', 'desc'] as const) {
    expect(merge([b], [c, a], 'eventTime', order)).toEqual(['a', 'b', 'c']);
  }
});

it('leaves the order of those that Elasticsearch gave', () => {
  const odd = [toAlert('z', 5), toAlert('y', 1)];
  expect(merge(odd, [toAlert('m', 3)])).toEqual(['m', 'z', 'y']);
});

it('puts those without a value last in either order', () => {
  const none = toAlert('none', 1, { user: undefined });
  const [ann, bob] = [toAlert('1', 1, { user: 'ann' }), toAlert('2', 1, { user: 'bob' })];
  expect(merge([ann, bob], [none], 'user')).toEqual(['1', '2', 'none']);
  expect(merge([bob, ann], [none], 'user', 'desc')).toEqual(['2', '1', 'none']);
  expect(merge([bob, none], [ann], 'user', 'desc')).toEqual(['2', '1', 'none']);
});

it('adds up counts, the most frequent first, as many as a filter shows', () => {
  const counts = [
    { value: 'a', count: 3 },
    { value: 'b', count: 2 },
  ];
  expect(addCounts(counts, ['b', undefined, 'b', 'c'])).toEqual([
    { value: 'b', count: 4 },
    { value: 'a', count: 3 },
    { value: 'c', count: 1 },
  ]);
  const many = Array.from({ length: 60 }, (_, at) => `v${at}`);
  expect(addCounts([], many)).toHaveLength(50);
});
