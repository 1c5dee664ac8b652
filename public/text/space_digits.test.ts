import { expect, it } from 'vitest';
import { spaceDigits } from './space_digits';

it.each([
  ['3分钟前', '3 分钟前'],
  ['2026年11月29日 08:38:24', '2026 年 11 月 29 日 08:38:24'],
  ['1.7分钟', '1.7 分钟'],
  ['3 minutes ago', '3 minutes ago'],
])('%s becomes %s', (text, spaced) => {
  expect(spaceDigits(text)).toBe(spaced);
});
