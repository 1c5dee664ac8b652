import { expect, it } from 'vitest';
import { parseLogTime } from './parse_log_time';

const readAt = Date.parse('2026-03-01T00:00:00Z');

it.each([
  ['Feb 28 14:13:20', '2026-02-28T14:13:20.000Z'],
  ['Sep  1 14:13:20', '2025-09-01T14:13:20.000Z'],
  ['Sep 21 2024 14:13:20', '2024-09-21T14:13:20.000Z'],
  ['2026-09-21T14:13:20.150+08:00', '2026-09-21T06:13:20.150Z'],
  ['2026-09-21T14:13:20,150+0000', '2026-09-21T14:13:20.150Z'],
  ['2026-09-21 14:13:20', '2026-09-21T14:13:20.000Z'],
  ['Mon 2026-09-21 14:13:20 UTC', '2026-09-21T14:13:20.000Z'],
  ['1790000000.150000', '2026-09-21T14:13:20.150Z'],
])('reads %s', (text, time) => {
  expect(new Date(parseLogTime(text, readAt) ?? 0).toISOString()).toBe(time);
});

it.each(['[ 1234.567890]', 'Sep 99 14:13:20', 'yesterday'])('finds no time in %s', (text) => {
  expect(parseLogTime(text, readAt)).toBeUndefined();
});

it('knows no year where nobody says when the log was read', () => {
  expect(parseLogTime('Sep 21 14:13:20', undefined)).toBeUndefined();
});
