import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWildcardTest } from '../../common/eql/patterns/to_wildcard_test';
import { toRegexTest } from '../../common/eql/regex/to_regex_test';
import { matchesWildcards } from './slow_evaluator';

const value = fc
  .array(fc.constantFrom('a', 'b', 'c', '*', '?', '😀', 'é', '\n'), { maxLength: 8 })
  .map((characters) => characters.join(''));

/** The pieces that Lucene and JavaScript read alike, put together at random. */
const { regex } = fc.letrec<{ regex: string }>((tie) => ({
  regex: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'regex' },
    fc.constantFrom('a', 'b', '.', '[ab]', '[^b]', '[a-c]', '😀', 'é', '\\*', ''),
    fc.tuple(tie('regex'), tie('regex')).map(([a, b]) => `${a}${b}`),
    fc.tuple(tie('regex'), tie('regex')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(tie('regex'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,1}', '{2,}'))
      .map(([a, times]) => `(${a})${times}`)
  ),
}));

const matchesRegex = (pattern: string, text: string, ignoreCase = false): boolean => {
  const test = toRegexTest(pattern, ignoreCase);
  if (typeof test !== 'function') throw new Error(`refused ${pattern}`);
  return test(text);
};

describe('patterns', () => {
  test('wildcards match what trying every length of every star matches', () => {
    fc.assert(
      fc.property(value, value, (text, pattern) => {
        expect(toWildcardTest(pattern)(text)).toBe(matchesWildcards([...text], [...pattern]));
      }),
      { numRuns: 5000, seed: 30 }
    );
  });

  test('regular expressions match what JavaScript’s do', () => {
    fc.assert(
      fc.property(regex, value, (pattern, text) => {
        expect(matchesRegex(pattern, text)).toBe(new RegExp(`^(?:${pattern})$`, 'su').test(text));
      }),
      { numRuns: 2000, seed: 31 }
    );
  });

  test('a complement matches what its expression does not', () => {
    fc.assert(
      fc.property(regex, value, (pattern, text) => {
        expect(matchesRegex(`~(${pattern})`, text)).toBe(!matchesRegex(pattern, text));
      }),
      { numRuns: 800, seed: 32 }
    );
  });

  test('an intersection matches what both sides match', () => {
    fc.assert(
      fc.property(regex, regex, value, (a, b, text) => {
        expect(matchesRegex(`(${a})&(${b})`, text)).toBe(
          matchesRegex(a, text) && matchesRegex(b, text)
        );
      }),
      { numRuns: 800, seed: 33 }
    );
  });

  test('an interval matches the numbers in it', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.nat(2000),
        fc.nat(2500),
        fc.nat(2),
        (from, to, number, zeros) => {
          const [low, high] = [Math.min(from, to), Math.max(from, to)];
          const isInside = number >= low && number <= high;
          const hasFixedWidth = String(from).length === String(to).length;
          const text = `${'0'.repeat(zeros)}${number}`;
          const mayStand = !hasFixedWidth || text.length === String(from).length;
          expect(matchesRegex(`<${from}-${to}>`, text)).toBe(isInside && mayStand);
        }
      ),
      { numRuns: 2000, seed: 34 }
    );
  });

  test('folding an expression is folding both sides', () => {
    const letters = fc.stringMatching(/^[aAbBcCzZ]{0,4}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^([aBc]|\[A-C\]|\[^a\]|\.){0,4}$/),
        letters,
        (pattern, text) => {
          fc.pre(!pattern.includes('[^'));
          expect(matchesRegex(pattern, text, true)).toBe(
            matchesRegex(pattern.toLowerCase(), text.toLowerCase())
          );
        }
      ),
      { numRuns: 800, seed: 35 }
    );
  });

  test('no expression takes long on a long text', () => {
    const long = 'ab'.repeat(50_000);
    for (const pattern of [
      '(a|aa)+b',
      '(a*)*b',
      '(.*.*)*x',
      '((ab)*)*c',
      '.*a.{12}b.*',
      '(a?){50}a{50}',
      '~(.*ab.*)',
    ]) {
      const start = performance.now();
      matchesRegex(pattern, long);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
