import { describe, expect, test } from 'vitest';
import { checkEql } from './check_eql';
import { fromMapping } from './fields/from_mapping';
import { parseEql } from './parse_eql';

const fields = fromMapping({
  dynamic: false,
  properties: {
    event: { properties: { category: { type: 'keyword' } } },
    name: { type: 'keyword' },
    pid: { type: 'long' },
    ppid: { type: 'long' },
    at: { type: 'date' },
    ip: { type: 'ip' },
    version: { type: 'version' },
    isUp: { type: 'boolean' },
    place: { type: 'geo_point' },
    prose: { type: 'text' },
    title: { type: 'text', fields: { raw: { type: 'keyword' } } },
    people: { type: 'nested', properties: { name: { type: 'keyword' } } },
  },
});

const codesOf = (condition: string, isMapped = true): string[] =>
  checkEql(parseEql(`any where ${condition}`), isMapped ? fields : undefined).map(
    ({ code }) => code
  );

describe('the timestamp field without a mapping', () => {
  test.each([
    ['@timestamp > "hello"', 'value_not_of_field_type'],
    ['"hello" < @timestamp', 'value_not_of_field_type'],
    ['@timestamp in ("2026-01-01", "x")', 'value_not_of_field_type'],
    ['@timestamp >= "now-1d"', 'date_math_unsupported'],
    ['@timestamp >= "2026-01-01||/M"', 'date_math_unsupported'],
  ])('%s is refused', (condition, code) => {
    expect(codesOf(condition, false)).toEqual([code]);
  });

  test.each(['@timestamp > "2026"', '@timestamp == 1795489200000', '@timestamp != null'])(
    '%s is not',
    (condition) => {
      expect(codesOf(condition, false)).toEqual([]);
    }
  );

  test('may be another one', () => {
    const query = parseEql('any where when > "hello"');
    expect(checkEql(query)).toEqual([]);
    expect(checkEql(query, undefined, 'when')).toHaveLength(1);
  });
});

describe('without fields', () => {
  test.each([
    'a == 1 and b == "x"',
    'a',
    'not a',
    'null',
    'a == null or null == b',
    '(a > 1) == true',
    'cidrMatch(a, "10.0.0.0/8", "::1")',
    'string(a == b) == "true"',
    '?a == ?b',
    'a in ("x", null, "y")',
    '-a + 1 == 5 / 2',
    'number("0x1F") == 31',
    'concat(a, 1, true, 2.5) : "x*"',
    'length(a) in (1, 2)',
    'a regex ("x.*", "y|z")',
    'between(a, "x", "y", true) == "z"',
  ])('%s is fine', (condition) => {
    expect(codesOf(condition, false)).toEqual([]);
  });

  test.each([
    ['a + 1', 'condition_not_boolean'],
    ['not length(a)', 'condition_not_boolean'],
    ['a == b', 'comparison_between_fields'],
    ['length(a) == length(b)', 'comparison_between_fields'],
    ['?a == b', 'comparison_between_fields'],
    ['(a == b) == true', 'comparison_between_fields'],
    ['a in (1, "x")', 'list_types_mixed'],
    ['"x" + 1 == 2', 'type_wrong'],
    ['-"x" == 2', 'type_wrong'],
    ['startsWith(1, "x")', 'type_wrong'],
    ['between(a, "x", "y", 1) == "z"', 'type_wrong'],
    ['between(a, "x", "y", b) == "z"', 'argument_not_constant'],
    ['1 % 0 == 1', 'division_by_zero'],
    ['a / 0 == 1', 'division_by_zero'],
    ['divide(1, 0) == 1', 'division_by_zero'],
    ['9223372036854775807 * 2 == 1', 'number_overflow'],
    ['add(9223372036854775807, 1) == 1', 'number_overflow'],
    ['number("1x") == 1', 'number_invalid'],
    ['(a > 1) : "x"', 'type_wrong'],
    ['a regex "[b"', 'regex_invalid'],
    ['wildcard(a, "b*")', 'function_unknown'],
  ])('%s: %s', (condition, code) => {
    expect(codesOf(condition, false)).toEqual([code]);
  });

  test('division by a double zero is no mistake', () => {
    expect(codesOf('1.0 / 0.0 > 1', false)).toEqual([]);
  });

  test('all mistakes are found, in the order of the text', () => {
    expect(codesOf('lenght(a) == 1 and b in (1, "x") and c + "y" == 1', false)).toEqual([
      'function_unknown',
      'list_types_mixed',
      'type_wrong',
    ]);
  });

  test('functions of other dialects are answered with what replaces them', () => {
    const [mistake] = checkEql(parseEql('any where wildcard(a, "b*")'));
    expect(mistake?.suggestions).toEqual(['like~', ':']);
  });
});

describe('with all fields known', () => {
  test.each([
    'name == "x" and pid == 1 and at > "2020-01-01" and ip == "10.0.0.0/8" and isUp',
    '?nowhere == null',
    'version : "1.*"',
    'title == "x" and title.raw == "y"',
    'name == 1',
    'pid == "1"',
    'at in ("2020-01-01", "2021")',
    'ip in ("::1", "10.0.0.1")',
    'concat(at, ip, pid) != null',
  ])('%s is fine', (condition) => {
    expect(codesOf(condition)).toEqual([]);
  });

  test.each([
    ['nowhere == 1', 'field_unknown'],
    ['people.name == "x"', 'field_type_unsupported'],
    ['place == "x"', 'field_type_unsupported'],
    ['?place == "x"', 'field_type_unsupported'],
    ['prose == "x"', 'field_type_unsupported'],
    ['pid', 'condition_not_boolean'],
    ['name', 'condition_not_boolean'],
    ['pid : "1*"', 'type_wrong'],
    ['at like "2020*"', 'type_wrong'],
    ['ip : "10.*"', 'type_wrong'],
    ['isUp regex "t.*"', 'type_wrong'],
    ['pid == "x"', 'value_not_of_field_type'],
    ['"x" == pid', 'value_not_of_field_type'],
    ['at < "soon"', 'value_not_of_field_type'],
    ['ip == "10.0.0.0/99"', 'value_not_of_field_type'],
    ['isUp == "yes"', 'value_not_of_field_type'],
    ['pid in (1, "x")', 'list_types_mixed'],
    ['ip in ("::1", "here")', 'value_not_of_field_type'],
    ['length(pid) == 1', 'type_wrong'],
    ['name + 1 == 2', 'type_wrong'],
    ['pid == ppid', 'comparison_between_fields'],
  ])('%s: %s', (condition, code) => {
    expect(codesOf(condition)).toEqual([code]);
  });

  test('names of fields that look alike are offered, the most similar first', () => {
    const [mistake] = checkEql(parseEql('any where ppidx == 1'), fields);
    expect(mistake?.suggestions).toEqual(['ppid', 'pid']);
  });

  test('keys must exist and be of one type', () => {
    const text = 'sequence by nowhere [any where true] by pid [any where true] by name';
    expect(checkEql(parseEql(text), fields).map(({ code }) => code)).toEqual([
      'field_unknown',
      'keys_of_different_types',
    ]);
  });

  test('a mapping that may grow refuses no field', () => {
    const growing = fromMapping({ properties: { name: { type: 'keyword' } } });
    expect(checkEql(parseEql('any where nowhere == 1'), growing)).toEqual([]);
  });
});

test('a mistake points to its place', () => {
  const text = 'any where a == 1 and b regex """x(y""" and c in ("x", 1)';
  const places = checkEql(parseEql(text)).map(({ range }) => text.slice(range.start, range.end));
  expect(places).toEqual(['"""x(y"""', '1']);
  const inner = 'any where b regex """x)y"""';
  const [mistake] = checkEql(parseEql(inner));
  expect(inner.slice(mistake?.range.start, mistake?.range.end)).toBe(')y');
});

test('regular expressions are large or small together', () => {
  const listOf = (count: number): string => Array(count).fill('"(a{900}){9}"').join();
  const check = (list: string): string[] =>
    checkEql(parseEql(`any where a regex (${list}) or b regex~ (${list})`)).map(({ code }) => code);
  expect(check(listOf(1))).toEqual([]);
  expect(check(listOf(5))).toEqual(['regex_too_complex']);
  expect(check('"[aceg]{1000}"')).toEqual([]);
  expect(check(`"[${'aceg'.repeat(30)}${'ikmo'.repeat(5)}]{9000}"`)).toContain('regex_too_complex');
});

test('of very many mistakes the first are enough', () => {
  const text = `any where ${'f(a) and '.repeat(5000)} true`;
  expect(checkEql(parseEql(text)).length).toBeLessThan(1000);
});

test('constants that nest deeply are computed once, not once per level', () => {
  const deep = `${'add(1, '.repeat(190)}1${')'.repeat(190)}`;
  const query = parseEql(
    `any where ${Array.from({ length: 8 }, () => `${deep} > 0`).join(' or ')}`
  );
  const start = process.cpuUsage();
  expect(checkEql(query)).toEqual([]);
  const { user, system } = process.cpuUsage(start);
  expect(user + system).toBeLessThan(3_000_000);
});
