import { expect, it } from 'vitest';
import { toMilliseconds } from './duration';

it.each([
  ['30s', 30_000],
  ['9m', 540_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('reads %s as %i ms', (duration, milliseconds) => {
  expect(toMilliseconds(duration)).toBe(milliseconds);
});

it.each(['', '9', 'm', '1.5h', '-5m', '5 m', '5mm', '5m '])('refuses %j', (duration) => {
  expect(() => toMilliseconds(duration)).toThrow(new RangeError(`not a duration: ${duration}`));
});
