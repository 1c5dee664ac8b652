import { describe, expect, test } from 'vitest';
import { fromMapping } from './fields/from_mapping';
import { parseEql } from './parse_eql';
import { findDistinctCombinations } from './search/find_distinct_combinations';
import { searchSamples } from './search_samples';

describe('searching samples', () => {
  const items = ['b', 'a', null, 'b', 'a'].map((k, index) => ({
    id: index + 1,
    source: { event: { category: index < 3 ? 'x' : 'y' }, k, all: [1, 2] },
  }));

  test('gives one sample per key in the order of keys', () => {
    const found = searchSamples(parseEql('sample by k [x where true] [y where true]'), items);
    expect(
      found.map(({ keys, items: sample }) => [keys[0], ...sample.map(({ id }) => id)])
    ).toEqual([
      ['a', 2, 5],
      ['b', 1, 4],
    ]);
  });

  test('every value of a key counts', () => {
    const found = searchSamples(
      parseEql('sample by all [x where k == "b"] [y where k == "a"]'),
      items
    );
    expect(found.map(({ keys }) => keys)).toEqual([[1n], [2n]]);
  });

  test('several per key use each event once per sample', () => {
    const found = searchSamples(
      parseEql('sample by all [any where true] [any where true]'),
      items,
      {
        maxSamplesPerKey: 3,
        size: 3,
      }
    );
    expect(found.map(({ items: sample }) => sample.map(({ id }) => id))).toEqual([
      [1, 2],
      [1, 3],
      [1, 4],
    ]);
  });
});

describe('combinations', () => {
  test('pick no candidate twice', () => {
    expect(
      findDistinctCombinations(
        [
          [1, 2],
          [1, 2],
        ],
        10
      )
    ).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(
      findDistinctCombinations(
        [
          [1, 2, 3],
          [4, 5],
          [4, 5, 3],
        ],
        1
      )
    ).toEqual([[1, 4, 5]]);
    expect(findDistinctCombinations([[1], [1]], 1)).toEqual([]);
  });

  test('give up where there are hopelessly many', () => {
    const same = Array.from({ length: 19 }, (_, index) => index);
    const start = performance.now();
    expect(
      findDistinctCombinations(
        Array.from({ length: 20 }, () => same),
        1
      )
    ).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('keys come in the order of their type', () => {
  const fields = fromMapping({ properties: { ip: { type: 'ip' }, v: { type: 'version' } } });
  const items = ['10.0.0.1', '9.0.0.1', '::1'].flatMap((ip) =>
    ['1.10.0', '1.9.0'].flatMap((v) => [{ source: { ip, v } }, { source: { ip, v } }])
  );
  const query = parseEql('sample by ip, v [any where true] [any where true]');
  const found = searchSamples(query, items, { fields });
  expect(found.map(({ keys }) => keys.join(' '))).toEqual([
    '::1 1.9.0',
    '::1 1.10.0',
    '9.0.0.1 1.9.0',
    '9.0.0.1 1.10.0',
    '10.0.0.1 1.9.0',
    '10.0.0.1 1.10.0',
  ]);
});
