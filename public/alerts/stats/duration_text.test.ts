import { expect, it } from 'vitest';
import { toDurationText } from './duration_text';

it.each([
  [0, '0 ms'],
  [340, '340 ms'],
  [1500, '1.5 sec'],
  [270_000, '4.5 min'],
  [7_200_000, '2 hr'],
  [129_600_000, '1.5 days'],
])('says %d ms as %s', (ms, text) => {
  expect(toDurationText(ms, 'en')).toBe(text);
});
