import { describe, expect, test } from 'vitest';
import { english } from '../i18n/english';
import { checkEql } from './check_eql';
import { EqlError } from './errors/eql_error';
import { parseEql } from './parse_eql';
import { toEqlErrorReport } from './to_eql_error_report';
import { toEqlErrorSentence } from './to_eql_error_sentence';

const failOf = (text: string): EqlError => {
  try {
    const [mistake] = checkEql(parseEql(text));
    if (mistake !== undefined) return mistake;
  } catch (error) {
    if (error instanceof EqlError) return error;
  }
  throw new Error(`no mistake in ${text}`);
};

describe('the sentence of a mistake', () => {
  test('says where, what, what was expected and what was meant', () => {
    expect(toEqlErrorSentence(failOf('any where a = 1'), english)).toBe(
      'Line 1, column 13: = can not stand here. Expected: ==  :  in  and  or  |. Did you mean: ==?'
    );
  });

  test('offers only what can follow', () => {
    expect(toEqlErrorSentence(failOf('any where 1 == 1 == 1'), english)).toBe(
      'Line 1, column 18: == can not stand here. Expected: and  or  |.'
    );
    expect(toEqlErrorSentence(failOf('any where (not a == 1 adn b)'), english)).toBe(
      'Line 1, column 23: adn can not stand here. Expected: )  and  or. Did you mean: and?'
    );
    expect(toEqlErrorSentence(failOf('any where a "x"'), english)).toBe(
      'Line 1, column 13: "x" can not stand here. Expected: ==  :  in  and  or  |.'
    );
  });

  test('knows a key word that is meant as a field', () => {
    expect(failOf('any where sequence == 1')).toMatchObject({
      code: 'keyword_as_name',
      column: 11,
      values: { name: 'sequence' },
    });
  });

  test('counts lines and columns from 1', () => {
    expect(toEqlErrorSentence(failOf('any where\n  lenght(a) == 1'), english)).toBe(
      'Line 2, column 3: There is no function lenght. Did you mean: length?'
    );
  });

  test('is made by the translator it is given', () => {
    const ids: string[] = [];
    toEqlErrorSentence(failOf('any where a =='), (id, { defaultMessage }) => {
      ids.push(id);
      return defaultMessage;
    });
    expect(ids).toEqual([
      'webServerRce.eql.endUnexpected',
      'webServerRce.eql.kindExpression',
      'webServerRce.eql.expected',
      'webServerRce.text.twoSentences',
      'webServerRce.eql.at',
    ]);
  });

  test('tells three ways of a wrong number of arguments apart', () => {
    const sentences = ['length()', 'substring(a)', 'concat()'].map((call) =>
      toEqlErrorSentence(failOf(`any where ${call} == 1`), english)
    );
    expect(sentences).toEqual([
      'Line 1, column 11: length takes 1 argument(s), found 0.',
      'Line 1, column 11: substring takes 2 to 3 arguments, found 1.',
      'Line 1, column 11: concat takes at least 1 argument(s), found 0.',
    ]);
  });
});

describe('the report of a mistake', () => {
  const linesOf = (text: string): string[] => toEqlErrorReport(failOf(text), english).split('\n');

  test('shows the line and carets under the place', () => {
    expect(linesOf('any where\r\n\tlenght(a) == 1\r\n').slice(1)).toEqual([
      '\tlenght(a) == 1',
      '\t^^^^^^',
    ]);
  });

  test('shows one caret at the end of the text', () => {
    expect(linesOf('any where').slice(1)).toEqual(['any where', '         ^']);
  });

  test('cuts long lines around the place', () => {
    const text = `any where a in (${'"aaaaaaaa", '.repeat(200)}b == `;
    const [, line = '', carets = ''] = linesOf(text);
    expect(line.length).toBeLessThan(200);
    expect(line.startsWith('…')).toBe(true);
    expect(carets.indexOf('^')).toBeLessThanOrEqual(line.length);
  });

  test('marks no further than the line of a mistake of several lines', () => {
    const [, line = '', carets = ''] = linesOf('any where /* never\nclosed');
    expect(carets.length).toBe(line.length);
  });
});

test('a line end at the very beginning does not confuse the count', () => {
  expect(new EqlError('\nabc', { start: 0, end: 0 }, 'token_unexpected')).toMatchObject({
    line: 1,
    column: 1,
  });
  expect(new EqlError('\nabc', { start: 1, end: 2 }, 'token_unexpected')).toMatchObject({
    line: 2,
    column: 1,
  });
});
