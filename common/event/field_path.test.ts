import { describe, expect, test } from 'vitest';
import { toFieldPath } from './field_path';
import type { EventSource } from './source_event';

const read = (source: EventSource, field: string): unknown[] => {
  const leaves: unknown[] = [];
  toFieldPath(field).some(source, (leaf) => {
    leaves.push(leaf);
    return false;
  });
  return leaves;
};

describe('a field path', () => {
  test.each([
    ['nested objects', { a: { b: { c: 1 } } }],
    ['a dotted key', { 'a.b.c': 1 }],
    ['a dotted key above', { 'a.b': { c: 1 } }],
    ['a dotted key below', { a: { 'b.c': 1 } }],
    ['arrays on the way', { a: [{ b: [{ c: [1] }] }] }],
    ['nested arrays of leaves', { a: { b: { c: [[[1]], []] } } }],
  ])('finds the same leaf in %s', (_shape, source) => {
    expect(read(source, 'a.b.c')).toEqual([1]);
  });

  test('collects every spelling of a field, dotted ones first', () => {
    expect(read({ a: { b: 2 }, 'a.b': 1 }, 'a.b')).toEqual([1, 2]);
  });

  test('shows explicit nulls and leaves out objects', () => {
    expect(read({ a: [null, { b: 1 }, 'x'] }, 'a')).toEqual([null, 'x']);
  });

  test('stops at the first leaf that passes', () => {
    const seen: unknown[] = [];
    const isFound = toFieldPath('a').some({ a: [1, 2, 3] }, (leaf) => {
      seen.push(leaf);
      return leaf === 2;
    });
    expect(isFound).toBe(true);
    expect(seen).toEqual([1, 2]);
  });

  test('sees own properties only', () => {
    expect(read({}, 'constructor')).toEqual([]);
    expect(read({ a: {} }, 'a.toString')).toEqual([]);
    expect(read({ a: [1, 2] }, 'a.length')).toEqual([]);
    expect(read({ a: 'text' }, 'a.length')).toEqual([]);
  });

  test('can be used for many events', () => {
    const path = toFieldPath('a.b');
    const events: EventSource[] = [{ a: { b: 1 } }, {}, { 'a.b': 2 }];
    expect(events.filter((source) => path.some(source, () => true))).toHaveLength(2);
  });
});
