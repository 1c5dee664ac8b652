import { describe, expect, test } from 'vitest';
import { compileScalar } from '../compile/compile_scalar';
import { parseEql } from '../parse_eql';
import type { Scalar } from '../values/scalar';

/** The value of a constant expression. */
const evaluate = (text: string): Scalar => {
  const { statement } = parseEql(`any where ${text}`);
  if (statement.kind !== 'filter') throw new Error('no event query');
  return compileScalar(statement.condition, () => undefined)([]);
};

test.each<[string, Scalar]>([
  // arithmetic
  ['7 / 3', 2n],
  ['-7 / 2', -3n],
  ['-7 % 3', -1n],
  ['7 % -3', 1n],
  ['7.0 / 2', 3.5],
  ['1 + 2 * 3', 7n],
  ['1 / 0', null],
  ['1.0 / 0', Infinity],
  ['9223372036854775807 + 1', null],
  ['-9223372036854775808', -9223372036854775808n],
  ['null + 1', null],
  ['add(1, 2.5)', 3.5],
  ['subtract(1, null)', null],
  ['multiply(3, 4)', 12n],
  ['divide(30, 4.0)', 7.5],
  ['modulo(10, 3)', 1n],
  // logic with null
  ['null and false', false],
  ['null and true', null],
  ['null or true', true],
  ['null or false', null],
  ['not null', null],
  ['null < 1', null],
  ['null == null', true],
  ['null != null', false],
  ['1 == null', false],
  ['"a" != null', true],
  ['null in (1, 2)', null],
  ['1 in (2, null)', null],
  ['1 in (1, null)', true],
  ['1 not in (1, null)', false],
  ['null : "a"', null],
  // comparisons
  ['1 == 1.0', true],
  ['1 == "1"', true],
  ['"a" < "B"', false],
  ['"a" == "A"', false],
  ['false < true', true],
  ['1 < "a"', null],
  ['"abc" : "A*"', true],
  ['"É" : "é"', true],
  ['"ſ" in~ ("S")', true],
  ['"abc" like "A*"', false],
  ['"abc" regex "[a-c]+"', true],
  ['"ABC" regex~ "[a-c]+"', true],
  // texts
  ['between("welcome to event query language", " ", " ")', 'to'],
  ['between("welcome to event query language", " ", " ", true)', 'to event query'],
  ['between("abc", "x", "c")', ''],
  ['between("abc", "a", "x")', ''],
  ['between("abc", "", "c")', 'abc'],
  ['between("", "a", "b")', ''],
  ['between(null, "a", "b")', null],
  ['between~("ABCDE", "b", "d")', 'C'],
  ['between("ABCDE", "b", "d")', ''],
  ['between("abab", "ab", "ab", true)', ''],
  ['concat("a", 1, 2.5, true, null)', null],
  ['concat("a", 1, 2.5, true)', 'a12.5true'],
  ['endsWith("abc", "BC")', false],
  ['endsWith~("abc", "BC")', true],
  ['endsWith("", "")', true],
  ['endsWith(null, "a")', null],
  ['startsWith("abc", "ab")', true],
  ['startsWith("abc", null)', null],
  ['stringContains("abc", "b")', true],
  ['stringContains("abc", "")', false],
  ['stringContains("", "")', false],
  ['stringContains~("abc", "B")', true],
  ['indexOf("barbar", "bar")', 0n],
  ['indexOf("barbar", "bar", 1)', 3n],
  ['indexOf("barbar", "bar", -5)', 0n],
  ['indexOf("barbar", "bar", null)', 0n],
  ['indexOf("barbar", "foo")', null],
  ['indexOf~("barBar", "BAR", 1)', 3n],
  ['indexOf("abc", "")', 0n],
  ['length("")', 0n],
  ['length("😀")', 2n],
  ['length(null)', null],
  ['substring("hello world", 6)', 'world'],
  ['substring("hello world", -5)', 'world'],
  ['substring("hello world", -5, -1)', 'worl'],
  ['substring("hello world", 3, 2)', ''],
  ['substring("hello world", -50, 2)', 'he'],
  ['substring("hello world", 0, 50)', 'hello world'],
  ['substring(null, 1)', null],
  ['string(5)', '5'],
  ['string(5.0)', '5.0'],
  ['string(true)', 'true'],
  ['string(null)', null],
  ['string(1 == 1 and 2 == 3)', 'false'],
  // numbers of texts
  ['number("17")', 17n],
  ['number("-17")', -17n],
  ['number(" 17 ")', 17n],
  ['number("1.5")', 1.5],
  ['number("1.5", 10)', 1.5],
  ['number("0x1F")', 31n],
  ['number("0x1f", 16)', 31n],
  ['number("1f", 16)', 31n],
  ['number("31", 13)', 40n],
  ['number("-101", 2)', -5n],
  ['number("12", 2)', null],
  ['number("zz", 36)', 1295n],
  ['number("1", 37)', null],
  ['number("9999999999999999999", 16)', null],
  ['number("abc")', null],
  ['number("")', null],
  ['number(null)', null],
  ['number("17", null)', 17n],
  // addresses
  ['cidrMatch("192.168.152.12", "10.0.0.0/8", "192.168.0.0/16")', true],
  ['cidrMatch("192.168.152.12", concat("192.", "0.0.0/8"))', true],
  ['cidrMatch("10.1.1.1", "192.168.0.0/16")', false],
  ['cidrMatch("nowhere", "0.0.0.0/0")', false],
  ['cidrMatch("::1", "::/0")', true],
  ['cidrMatch("10.1.1.1", "::/0")', true],
  ['cidrMatch(null, "0.0.0.0/0")', null],
  // names in any case
  ['CONCAT("a", "b")', 'ab'],
  ['StartsWith~("ab", "A")', true],
])('%s is %s', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

describe('folding', () => {
  test('of computed values follows Java, unit by unit', () => {
    expect(evaluate('"straße" : "STRASSE"')).toBe(false);
    expect(evaluate('"İ" : "i"')).toBe(true);
    expect(evaluate('"\u212a" : "k"')).toBe(true);
    expect(evaluate('"Σ" : "ς"')).toBe(true);
  });
});
