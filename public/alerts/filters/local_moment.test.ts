import { expect, test } from 'vitest';
import { toInputValue, toMoment } from './local_moment';

test('a moment survives the way through an input, to the second', () => {
  const moment = '2026-01-02T03:04:05.000Z';
  expect(toMoment(toInputValue(moment))).toBe(moment);
});

test('nothing, or half a moment, is no moment', () => {
  expect(toInputValue(undefined)).toBe('');
  expect(toInputValue('soon')).toBe('');
  expect(toMoment('')).toBeUndefined();
  expect(toMoment('2026-13-40T00:00')).toBeUndefined();
});
