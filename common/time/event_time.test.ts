import { expect, it } from 'vitest';
import { findEventTime } from './event_time';

it.each([
  ['ISO text', '2026-11-24T03:00:00.000Z'],
  ['ISO text with nanoseconds', '2026-11-24T03:00:00.000123456Z'],
  ['ISO text with an offset', '2026-11-24T11:00:00+08:00'],
  ['epoch milliseconds', 1795489200000],
  ['epoch milliseconds as text', '1795489200000'],
])('reads %s', (_what, value) => {
  expect(findEventTime({ '@timestamp': value }, '@timestamp')).toBe('2026-11-24T03:00:00.000Z');
});

it.each([undefined, null, 'yesterday', {}, [], true])('finds no time in %j', (value) => {
  expect(findEventTime({ '@timestamp': value }, '@timestamp')).toBeUndefined();
});
