import { expect, test } from 'vitest';
import { createScanCache } from './create_scan_cache';

const rows = (count: number): { n: number }[] => Array.from({ length: count }, (_, n) => ({ n }));
const unexpected = (): never => {
  throw new Error('read again');
};

test('reads an equal scan once, and an unequal one again', () => {
  const cache = createScanCache(10);
  expect([...cache.get('a', () => rows(2))]).toEqual(rows(2));
  expect([...cache.get('a', unexpected)]).toEqual(rows(2));
  expect([...cache.get('b', () => rows(3))]).toEqual(rows(3));
});

test('keeps no scan that was not read to its end', () => {
  const cache = createScanCache(10);
  for (const row of cache.get('a', () => rows(5))) if (row['n'] === 1) break;
  expect([...cache.get('a', () => rows(5))]).toEqual(rows(5));
});

test('gives all rows of a scan that is too long to keep, each time', () => {
  const cache = createScanCache(3);
  expect([...cache.get('a', () => rows(5))]).toEqual(rows(5));
  expect([...cache.get('a', () => rows(4))]).toEqual(rows(4));
});
