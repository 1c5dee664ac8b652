import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEql } from '../../common/eql/format_eql';
import { parseEql } from '../../common/eql/parse_eql';
import { query, withoutRanges } from './arbitraries';

describe('printing queries', () => {
  test('printing a tree and parsing the text gives the tree', () => {
    fc.assert(
      fc.property(query, (tree) => {
        expect(withoutRanges(parseEql(formatEql(tree)))).toEqual(withoutRanges(tree));
      }),
      { numRuns: 2000, seed: 1 }
    );
  });

  test('printing is settled after once', () => {
    fc.assert(
      fc.property(query, (tree) => {
        const printed = formatEql(tree);
        expect(formatEql(parseEql(printed))).toBe(printed);
      }),
      { numRuns: 1000, seed: 2 }
    );
  });

  test('lines stay within 100 columns where every piece does', () => {
    const names = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(names, names, (members, others) => {
        const list = (values: readonly string[]): string =>
          values.map((value) => `"${value}"`).join();
        const text = `process where a in (${list(members)}) and (b : (${list(others)}) or not c == "d")`;
        const lines = formatEql(parseEql(text)).split('\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
      }),
      { numRuns: 300, seed: 3 }
    );
  });
});
