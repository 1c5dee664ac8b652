import { expect, test } from 'vitest';
import fc from 'fast-check';
import { selectPage } from './select_page';

const compare = (a: number, b: number): number => a - b;

test('a page is the one that sorting everything would give', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 400 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 40 }),
      (items, start, count) => {
        const sorted = [...items].sort(compare).slice(start, start + count);
        expect(selectPage(items, compare, start, count)).toEqual(sorted);
      }
    )
  );
});

test('of items in the worst order only a few are compared with each other', () => {
  let compared = 0;
  const counting = (a: number, b: number): number => {
    compared += 1;
    return b - a;
  };
  const items = Array.from({ length: 50_000 }, (_, n) => n);
  expect(selectPage(items, counting, 0, 25)[0]).toBe(49_999);
  expect(compared).toBeLessThan(20 * items.length);
});
