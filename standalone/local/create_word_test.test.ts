import { expect, test } from 'vitest';
import { createWordTest } from './create_word_test';

test.each([
  ['whoami', 'sh -c whoami', true],
  ['who*i', 'sh -c whoami', true],
  ['*w?oami*', 'sh -c whoami', true],
  ['who*x', 'sh -c whoami', false],
  ['whoami?', 'sh -c whoami', false],
  ['i*w', 'sh -c whoami', false],
  ['sh*web', 'sh -c id\nweb-01', false],
  ['a.c', 'abc', false],
  ['b*d', 'a b\nb d\n', true],
  ['b*d', 'a b\nd', false],
  ['?', '\n\nx', true],
  ['*', '', true],
])('%s in %j: %s', (word, text, expected) => {
  expect(createWordTest(word)(text)).toBe(expected);
});

test('takes no longer for words made to take long', () => {
  const text = 'a'.repeat(20_000);
  const begin = performance.now();
  expect(createWordTest(`${'a*'.repeat(400)}b`)(text)).toBe(false);
  expect(createWordTest(`${'?'.repeat(900)}b`)(text)).toBe(false);
  expect(performance.now() - begin).toBeLessThan(1000);
});
