import { describe, expect, test } from 'vitest';
import { fromMapping } from './from_mapping';
import { mergeFields } from './merge_fields';

describe('a mapping', () => {
  const properties = {
    a: { type: 'keyword', ignore_above: 10, null_value: 'none' },
    b: { properties: { c: { type: 'scaled_float' }, d: { type: 'date', format: 'yyyy' } } },
    e: { type: 'alias', path: 'b.c' },
    f: { type: 'text', fields: { raw: { type: 'keyword', ignore_above: 5 } } },
    g: { type: 'text' },
    h: {
      type: 'nested',
      properties: { i: { type: 'keyword' }, j: { properties: { k: { type: 'long' } } } },
    },
    l: { type: '[runtime_random_keyword_type]' },
    m: { type: 'object', properties: { n: { type: 'ip' } } },
  };
  const { byName, isComplete } = fromMapping({ properties });

  test.each([
    ['a', { type: 'string', ignoreAbove: 10, nullValue: 'none' }],
    ['b.c', { type: 'double', esType: 'scaled_float' }],
    ['b.d', { type: 'date', format: 'yyyy' }],
    ['e', { type: 'double', path: 'b.c', name: 'e' }],
    ['f', { type: 'string', path: 'f', ignoreAbove: 5, esType: 'text' }],
    ['f.raw', { type: 'string', path: 'f' }],
    ['g', { type: undefined, esType: 'text' }],
    ['h.i', { type: undefined, esType: 'nested' }],
    ['h.j.k', { type: undefined, esType: 'nested' }],
    ['l', { type: 'string' }],
    ['m.n', { type: 'ip' }],
  ])('knows %s', (name, field) => {
    expect(byName.get(name)).toMatchObject(field);
  });

  test('lists no objects', () => {
    expect(byName.has('b')).toBe(false);
    expect(byName.has('m')).toBe(false);
  });

  test('is complete only if nothing may be added', () => {
    expect(isComplete).toBe(false);
    expect(fromMapping({ properties, dynamic: false }).isComplete).toBe(true);
    expect(fromMapping({ properties, dynamic: 'strict' }).isComplete).toBe(true);
    expect(fromMapping({ properties, dynamic: 'true' }).isComplete).toBe(false);
  });

  test.each([
    ['below mappings', { mappings: { properties } }],
    ['as an index answers', { 'logs-1': { mappings: { properties } } }],
  ])('is found %s', (_name, mapping) => {
    expect(fromMapping(mapping).byName.size).toBe(byName.size);
  });

  test('of nothing knows nothing', () => {
    expect(fromMapping(null).byName.size).toBe(0);
    expect(fromMapping({ mappings: null }).byName.size).toBe(0);
  });
});

describe('several mappings', () => {
  const merged = mergeFields([
    fromMapping({
      dynamic: false,
      properties: { a: { type: 'long' }, d: { type: 'date', format: 'dd-MM-yyyy' } },
    }),
    fromMapping({
      properties: {
        a: { type: 'integer' },
        b: { type: 'keyword' },
        d: { type: 'date', format: 'yyyy' },
      },
    }),
    fromMapping({ properties: { b: { type: 'long' } } }),
  ]);

  test('agree on fields of one kind', () => {
    expect(merged.byName.get('a')).toMatchObject({ type: 'long' });
  });

  test('make a field of two kinds unusable', () => {
    expect(merged.byName.get('b')).toMatchObject({ type: undefined, esType: 'keyword, long' });
  });

  test('add up the formats of dates', () => {
    expect(merged.byName.get('d')?.format).toBe('dd-MM-yyyy||yyyy');
  });

  test('are complete only if each is', () => {
    expect(merged.isComplete).toBe(false);
  });
});
