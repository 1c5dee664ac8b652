import { expect, test } from 'vitest';
import { onceFor } from './once_for';

test('answers once for each object, whatever it answers, and for another that is alike anew', () => {
  const asked: object[] = [];
  const find = onceFor((one: { readonly name: string }): string | undefined => {
    asked.push(one);
    return one.name === '' ? undefined : one.name;
  });
  const named = { name: 'a' };
  const nameless = { name: '' };
  expect([find(named), find(named), find(nameless), find(nameless)]).toEqual([
    'a',
    'a',
    undefined,
    undefined,
  ]);
  expect(find({ name: 'a' })).toBe('a');
  expect(asked).toEqual([named, nameless, { name: 'a' }]);
});
