import { describe, expect, test } from 'vitest';
import { EqlError } from '../errors/eql_error';
import { toTokens } from './to_tokens';

const list = (text: string): string[] =>
  toTokens(text)
    .slice(0, -1)
    .map((token) => `${token.kind} ${token.text}`);

const fail = (text: string): Pick<EqlError, 'code' | 'range' | 'suggestions'> => {
  try {
    toTokens(text);
  } catch (error) {
    if (error instanceof EqlError) return error;
  }
  throw new Error('read without error');
};

describe('tokens', () => {
  test('names, key words and symbols are told apart', () => {
    expect(list('process where a_1.@b == Where')).toEqual([
      'name process',
      'keyword where',
      'name a_1',
      'symbol .',
      'name @b',
      'symbol ==',
      'name Where',
    ]);
  });

  test('a tilde belongs to the word right before it', () => {
    expect(list('in~ in ~='.replace('~=', ''))).toEqual(['keyword in~', 'keyword in']);
    expect(list('endsWith~(a)')[0]).toBe('tilde_name endsWith');
  });

  test('the longest symbol wins', () => {
    expect(list('![ <= >= != == < = |')).toEqual(
      ['![', '<=', '>=', '!=', '==', '<', '=', '|'].map((text) => `symbol ${text}`)
    );
  });

  test.each([
    ['12', 'integer 12'],
    ['1.', 'decimal 1.'],
    ['.5', 'decimal .5'],
    ['1e3', 'decimal 1e3'],
    ['1.5E-3', 'decimal 1.5E-3'],
  ])('%s is a number', (text, token) => {
    expect(list(text)).toEqual([token]);
  });

  test('a unit behind a number is a name', () => {
    expect(list('500ms 1e')).toEqual(['integer 500', 'name ms', 'integer 1', 'name e']);
  });

  test('back quotes hold anything, doubled ones stand for themselves', () => {
    expect(list('`a b``c`')).toEqual(['quoted_name a b`c']);
  });

  test('blanks and comments fall away, comments nest', () => {
    expect(list(' a /* b /* c */ d */ // e\n\tf\r\n')).toEqual(['name a', 'name f']);
  });

  test('ranges point to the text, quotes included', () => {
    const [first, second, end] = toTokens(' "a\\n" b');
    expect(first?.range).toEqual({ start: 1, end: 6 });
    expect(second?.range).toEqual({ start: 7, end: 8 });
    expect(end).toMatchObject({ kind: 'end', range: { start: 8, end: 8 } });
  });

  test.each([
    ['a & b', 'character_unexpected', 2],
    ['a ! b', 'character_unexpected', 2],
    ["a 'b'", 'string_in_single_quotes', 2],
    ['?"a"', 'string_after_question_mark', 0],
    ["?'a'", 'string_after_question_mark', 0],
    ['a /* b', 'comment_unterminated', 2],
    ['a `b', 'name_unterminated', 2],
  ])('%s is an error where it stands', (text, code, start) => {
    expect(fail(text)).toMatchObject({ code, range: { start } });
  });

  test('characters of other languages are answered with those of this one', () => {
    expect(fail('a && b').suggestions).toEqual(['and']);
    expect(fail('“a”').suggestions).toEqual(['"']);
  });

  test('a character of two units is reported whole', () => {
    expect(fail('😀').range).toEqual({ start: 0, end: 2 });
  });

  test('very many comments take no long time', () => {
    const text = '// x\n'.repeat(50_000) + '/**/'.repeat(50_000);
    const start = performance.now();
    expect(list(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
