import { expect, it } from 'vitest';
import { parseAccessTime } from './parse_access_time';

const TIME = Date.parse('2026-11-24T02:43:28.000Z');

it.each([
  ['24/Nov/2026:02:43:28 +0000', TIME, 1000],
  ['24/Nov/2026:10:43:28.250 +0800', TIME + 250, 1],
  ['23/Nov/2026:21:13:28 -0530', TIME, 1000],
  ['2026-11-24T02:43:28Z', TIME, 1000],
  ['2026-11-24T10:43:28+0800', TIME, 1000],
  ['2026-11-24 02:43:28,007', TIME + 7, 1],
  ['2026-11-24T02:43:28.123456789Z', TIME + 123, 1],
  [TIME / 1000, TIME, 1000],
  [TIME / 1000 + 0.125, TIME + 125, 1],
  [TIME + 5, TIME + 5, 1],
  ['1795488208.125', TIME + 125, 1],
])('reads %j', (value, time, precision) => {
  expect(parseAccessTime(value)).toEqual({ time, precision });
});

it.each([
  undefined,
  null,
  '',
  'yesterday',
  '31/Foo/2026:02:43:28 +0000',
  '99/Nov/2026:02:43:28 +0000',
  Number.NaN,
  -1,
  {},
])('finds no time in %j', (value) => {
  expect(parseAccessTime(value)).toBeUndefined();
});
