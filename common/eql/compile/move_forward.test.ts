import { expect, test } from 'vitest';
import { moveForward } from './move_forward';

test('brings an item to the front, a place at a time, and no further', () => {
  const items = ['a', 'b', 'c'];
  moveForward(items, 2);
  expect(items).toEqual(['a', 'c', 'b']);
  moveForward(items, 1);
  moveForward(items, 0);
  expect(items).toEqual(['c', 'a', 'b']);
});
