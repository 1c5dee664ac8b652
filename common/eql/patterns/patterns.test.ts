import { describe, expect, test } from 'vitest';
import type { MatchOperator, StringLiteral } from '../ast';
import { foldAscii, foldUnicode } from './fold_case';
import { toPatternTest } from './to_pattern_test';
import { toWildcardTest } from './to_wildcard_test';

describe('wildcards', () => {
  test.each<[string, string[], string[]]>([
    ['abc', ['abc', 'abcd'], ['abc']],
    ['', ['', 'a'], ['']],
    ['*', ['', 'a', 'a\nb'], ['', 'a', 'a\nb']],
    ['a*', ['a', 'ab', 'ba'], ['a', 'ab']],
    ['*a', ['a', 'ba', 'ab'], ['a', 'ba']],
    ['*a*', ['a', 'bab', 'b'], ['a', 'bab']],
    ['a*a', ['a', 'aa', 'aba'], ['aa', 'aba']],
    ['*ab*b', ['ab', 'abb', 'xabxb'], ['abb', 'xabxb']],
    ['a**b', ['ab', 'axb'], ['ab', 'axb']],
    ['?', ['', 'a', '😀', 'ab'], ['a', '😀']],
    ['?*?', ['a', 'ab', '😀', '😀😀'], ['ab', '😀😀']],
    ['*?a', ['a', 'ba', 'aa'], ['ba', 'aa']],
    ['a?c*e', ['abcde', 'abce', 'ace'], ['abcde', 'abce']],
    ['C:\\*\\x', ['C:\\y\\x', 'C:\\x'], ['C:\\y\\x']],
    [
      '/usr/sbin/php*',
      ['/usr/sbin/php-fpm', '/usr/sbin/php/x', '/usr/bin/php'],
      ['/usr/sbin/php-fpm', '/usr/sbin/php/x'],
    ],
  ])('%s', (pattern, texts, matched) => {
    expect(texts.filter(toWildcardTest(pattern))).toEqual(matched);
  });

  test('many stars on a long text take no long time', () => {
    const start = performance.now();
    expect(toWildcardTest(`${'*a'.repeat(100)}*b?`)('a'.repeat(50_000))).toBe(false);
    expect(toWildcardTest(`${'*a'.repeat(100)}*bc`)('a'.repeat(50_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('folding', () => {
  test('of indexed texts changes A to Z only', () => {
    expect(foldAscii('AbZ Éſ\u212aİ[')).toBe('abz Éſ\u212aİ[');
  });

  test('of computed texts goes unit by unit through upper to lower case', () => {
    expect(foldUnicode('AbZ')).toBe('abz');
    expect(foldUnicode('Éſ\u212aİßΣς')).toBe('éskißσσ');
  });
});

describe('lists of patterns', () => {
  const matches = (operator: MatchOperator, patterns: string[], texts: string[]): string[] => {
    const range = { start: 0, end: 0 };
    const literals = patterns.map((value): StringLiteral => ({ kind: 'string', value, range }));
    return texts.filter(toPatternTest(operator, literals));
  };

  test('match if one of them does', () => {
    expect(matches(':', ['A', 'b*', '?x'], ['a', 'A', 'BB', 'cX', 'c'])).toEqual([
      'a',
      'A',
      'BB',
      'cX',
    ]);
    expect(matches('like', ['A', 'b*'], ['a', 'A', 'BB', 'bb'])).toEqual(['A', 'bb']);
    expect(matches('regex', ['a+', 'b|c'], ['aa', 'c', 'A'])).toEqual(['aa', 'c']);
    expect(matches('regex~', ['a+'], ['aA', 'b'])).toEqual(['aA']);
  });

  test('a list with an expression that can not be used matches by the others', () => {
    expect(matches('regex', ['(', 'a'], ['a', '('])).toEqual(['a']);
  });
});
