import { describe, expect, test } from 'vitest';
import { toRegexTest } from './to_regex_test';

/** Which of the texts the expression matches, or why it is refused. */
const matchesOf = (pattern: string, texts: readonly string[], ignoreCase = false): unknown => {
  const test = toRegexTest(pattern, ignoreCase);
  return typeof test === 'function' ? texts.filter(test) : test;
};

describe('Lucene’s regular expressions', () => {
  test.each<[string, string[], string[]]>([
    ['', ['', 'a'], ['']],
    ['()', ['', 'a'], ['']],
    ['abc', ['abc', 'xabc', 'abcd', 'ABC'], ['abc']],
    ['a|b|', ['a', 'b', '', 'ab'], ['a', 'b', '']],
    ['a.c', ['abc', 'a\nc', 'a😀c', 'ac'], ['abc', 'a\nc', 'a😀c']],
    ['ab*', ['a', 'ab', 'abb', 'b'], ['a', 'ab', 'abb']],
    ['ab+', ['a', 'ab', 'abb'], ['ab', 'abb']],
    ['ab?', ['a', 'ab', 'abb'], ['a', 'ab']],
    ['a.*?b', ['ab', 'axb', 'abx'], ['ab', 'axb']],
    ['(ab){2}', ['ab', 'abab', 'ababab'], ['abab']],
    ['a{2,}', ['a', 'aa', 'aaa'], ['aa', 'aaa']],
    ['a{1,2}', ['', 'a', 'aa', 'aaa'], ['a', 'aa']],
    ['a{0}', ['', 'a'], ['']],
    ['[a-c]', ['a', 'c', 'd', '-'], ['a', 'c']],
    ['[^a-c]', ['a', 'd', '😀', ''], ['d', '😀']],
    ['[a-]', ['a', '-', 'b'], ['a', '-']],
    ['[]x]', [']', 'x', 'y'], [']', 'x']],
    ['[\\]\\-^]', [']', '-', '^', '\\'], [']', '-', '^']],
    ['[.*+]', ['.', '*', 'a'], ['.', '*']],
    ['\\.\\*\\\\', ['.*\\', 'ab\\'], ['.*\\']],
    ['\\d+\\s\\w', ['12 _', '12 é', 'x a'], ['12 _']],
    ['\\D\\S\\W', ['a-!', '1-!', 'a !', 'a-b'], ['a-!']],
    ['[\\d.]+', ['1.5', '1,5'], ['1.5']],
    ['"a.b*"c', ['a.b*c', 'axbbc'], ['a.b*c']],
    ['^a$', ['a', '^a$'], ['^a$']],
    ['*a+', ['*a', '*aa', 'a'], ['*a', '*aa']],
    ['a-b', ['a-b'], ['a-b']],
    ['a@', ['a', 'abc', 'b'], ['a', 'abc']],
    ['a#|b', ['a', 'b'], ['b']],
    ['~a', ['', 'a', 'aa'], ['', 'aa']],
    ['~(ab)*', ['', 'ab', 'a'], ['', 'ab', 'a']],
    ['~~a', ['a', 'b'], ['a']],
    ['a.*&.*b&...', ['ab', 'axb', 'axxb'], ['axb']],
    ['<1-12>', ['0', '1', '12', '13', '012'], ['1', '12', '012']],
    ['<01-12>', ['1', '01', '12', '13'], ['01', '12']],
    ['<12-1>', ['0', '5', '13'], ['5']],
    ['v<8-11>x?', ['v8', 'v10x', 'v12'], ['v8', 'v10x']],
  ])('%s', (pattern, texts, matched) => {
    expect(matchesOf(pattern, texts)).toEqual(matched);
  });

  test('ignoring case means ASCII letters, in sets and ranges, too', () => {
    const texts = ['a', 'A', 'z', 'Z', 'é', 'É', '\u212a'];
    expect(matchesOf('[a-z]|É', texts, true)).toEqual(['a', 'A', 'z', 'Z', 'É']);
    expect(matchesOf('[^A]', texts, true)).toEqual(['z', 'Z', 'é', 'É', '\u212a']);
    expect(matchesOf('"a"', texts, true)).toEqual(['a', 'A']);
    expect(matchesOf('k', texts, true)).toEqual([]);
  });

  test.each([
    ['(a', 2],
    ['a)', 1],
    ['[a', 2],
    ['[z-a]', 4],
    ['[a-\\d]', 5],
    ['a{', 1],
    ['a{2,1}', 6],
    ['a{x}', 1],
    ['"a', 1],
    ['<a>', 0],
    ['<1-', 0],
    ['a\\', 2],
    ['a|~', 3],
  ])('%s can not be read at %i', (pattern, offset) => {
    expect(matchesOf(pattern, [])).toEqual({ problem: 'regex_invalid', offset });
  });

  test.each([
    ['((a{100}){100}){100}'],
    ['a{10001}'],
    [`${'('.repeat(300)}a${')'.repeat(300)}`],
    [`a${'*'.repeat(300)}`],
    ['~(.*a.{20})'],
  ])('%s is too complex', (pattern) => {
    expect(matchesOf(pattern, [])).toMatchObject({ problem: 'regex_too_complex' });
  });

  test('what is remembered while matching stays within bounds', () => {
    const test = toRegexTest('.*a.{14}b.*', false);
    if (typeof test !== 'function') throw new Error('refused');
    let seed = 1;
    const text = Array.from({ length: 200_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 2 === 0 ? 'a' : 'c';
    }).join('');
    expect(test(text)).toBe(false);
    expect(test(`${text}b`)).toBe(text.at(-15) === 'a');
  });
});
