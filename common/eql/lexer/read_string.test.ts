import { describe, expect, test } from 'vitest';
import { EqlError } from '../errors/eql_error';
import { readRawString, readString } from './read_string';

const codeOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof EqlError) return error.code;
  }
  throw new Error('read without error');
};

describe('strings', () => {
  test.each([
    ['"abc"', 'abc'],
    ['""', ''],
    ['"a\\tb\\n\\f\\r\\b"', 'a\tb\n\f\r\b'],
    ['"\\"\\\'\\\\"', '"\'\\'],
    ['"\\u{e9}\\u{1F600}\\u{0041}"', 'é😀A'],
    ['"a // b /* c"', 'a // b /* c'],
  ])('%s is read with its escapes', (text, value) => {
    expect(readString(text, 0)).toMatchObject({
      text: value,
      range: { start: 0, end: text.length },
    });
  });

  test.each([
    ['"\\w"', 'escape_invalid'],
    ['"\\', 'escape_invalid'],
    ['"\\u{d800}"', 'unicode_escape_invalid'],
    ['"\\u{110000}"', 'unicode_escape_invalid'],
    ['"\\u{9}"', 'unicode_escape_invalid'],
    ['"\\u0041"', 'unicode_escape_invalid'],
    ['"abc', 'string_unterminated'],
    ['"ab\nc"', 'string_unterminated'],
  ])('%s is refused', (text, code) => {
    expect(codeOf(() => readString(text, 0))).toBe(code);
  });
});

describe('raw strings', () => {
  test.each([
    ['"""a\\w"b"""', 'a\\w"b'],
    ['""""a""""', '"a"'],
    ['"""a"""""', 'a""'],
    ['""""""', ''],
  ])('%s is read as it stands', (text, value) => {
    expect(readRawString(text, 0)).toMatchObject({
      text: value,
      range: { start: 0, end: text.length },
    });
  });

  test('only two quotes more belong to the content', () => {
    expect(readRawString('"""a""""""', 0)).toMatchObject({
      text: 'a""',
      range: { start: 0, end: 9 },
    });
  });

  test('a raw string ends on its line', () => {
    expect(codeOf(() => readRawString('"""a\nb"""', 0))).toBe('string_unterminated');
  });
});
