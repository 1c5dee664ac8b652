import { expect, test } from 'vitest';
import { isOtherHost } from './is_other_host';

test.each([
  ['web-01', 'web-01', false],
  ['web-01', 'WEB-01', false],
  ['web-01', 'web-01.example.com', false],
  ['web-01.example.com', 'web-01', false],
  ['web-01', 'web-011', true],
  ['web-01.a.example', 'web-01.b.example', true],
])('%s and %s: another machine is %s', (one, other, expected) => {
  expect(isOtherHost(one, other)).toBe(expected);
});
