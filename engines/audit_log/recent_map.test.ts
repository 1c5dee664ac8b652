import { expect, it } from 'vitest';
import { RecentMap } from './recent_map';

it('keeps what is used and forgets the rest', () => {
  const map = new RecentMap<string, number>(10);
  map.set('used', 1);
  for (let i = 0; i < 1000; i++) {
    map.set(`other ${String(i)}`, i);
    expect(map.get('used')).toBe(1);
  }
  expect(map.get('other 0')).toBeUndefined();
  expect(map.get('other 999')).toBe(999);
  expect(map.size).toBeLessThanOrEqual(20);
});

it('counts weight instead of number where values weigh', () => {
  const map = new RecentMap<number, string>(1_000, (value) => value.length);
  for (let i = 0; i < 100; i++) map.set(i, 'x'.repeat(400));
  expect(map.size).toBeLessThanOrEqual(6);
  expect(map.get(99)).toBeDefined();
});

it('gives the newer value of a key', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 1);
  map.set('c', 1);
  map.set('a', 2);
  expect(map.get('a')).toBe(2);
});
