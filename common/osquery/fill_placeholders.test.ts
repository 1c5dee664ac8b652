import { describe, expect, it } from 'vitest';
import type { EventSource } from '../event/source_event';
import { fillPlaceholders } from './fill_placeholders';

const fill = (template: string, event: EventSource) => fillPlaceholders(template, event);

/** The filled SQL, or the problem where there is none. */
const toOutcome = (template: string, event: EventSource) => {
  const filled = fill(template, event);
  return filled.kind === 'ready' ? filled.sql : filled.problem;
};

const where = (condition: string) => `SELECT * FROM t WHERE ${condition}`;

describe('a placeholder outside quotes', () => {
  it.each<[string, unknown, string]>([
    ['an id that ECS keeps as text becomes a number', '33', '33'],
    ['a number stays a number', 33, '33'],
    ['zero is a value', 0, '0'],
    ['false is a value', false, '0'],
    ['true is a value', true, '1'],
    ['text is quoted', 'www-data', "'www-data'"],
    ['quotes in text are doubled', "a' OR 1=1 --", "'a'' OR 1=1 --'"],
    ['a leading zero keeps a value text', '0033', "'0033'"],
    ['scientific notation keeps a value text', '1e5', "'1e5'"],
    ['hexadecimal digits keep a value text', '0x10', "'0x10'"],
    ['minus zero as text keeps its sign', '-0', "'-0'"],
    ['minus zero as a number is zero', -0, '0'],
    ['an integer SQLite can not hold stays text', '9223372036854775808', "'9223372036854775808'"],
    ['the largest integer is a number', '9223372036854775807', '9223372036854775807'],
    ['the smallest integer is a number', '-9223372036854775808', '(-9223372036854775808)'],
    ['one below it stays text', '-9223372036854775809', "'-9223372036854775809'"],
    ['a negative number does not begin a comment', -5, '(-5)'],
    ['a replacement pattern of JavaScript is plain text', "$&$1$$$'", "'$&$1$$$'''"],
    ['a fraction stays a fraction', 1.5, '1.5'],
  ])('%s', (_name, value, literal) => {
    expect(toOutcome(where('a = {{f}}'), { f: value })).toBe(where(`a = ${literal}`));
  });

  it('finds nested, dotted and padded fields', () => {
    const template = where('a = {{process.user.id}} AND b = {{ process.pid }}');
    const event = { process: { user: { id: '33' } }, 'process.pid': 7 };
    expect(toOutcome(template, event)).toBe(where('a = 33 AND b = 7'));
  });

  it('does not let a value grow together with what stands beside it', () => {
    expect(toOutcome(where("a = 'x'{{f}}"), { f: 'y' })).toBe(where("a = 'x' 'y'"));
    expect(toOutcome(where('a = x{{f}}'), { f: 'y' })).toBe(where("a = x 'y'"));
    expect(toOutcome(where('a = lower{{f}}'), { f: -1 })).toBe(where('a = lower (-1)'));
    expect(toOutcome('SELECT 1{{f}}{{f}}0', { f: 2 })).toBe('SELECT 1 2 2 0');
    expect(toOutcome('SELECT -{{f}}', { f: -2 })).toBe('SELECT -(-2)');
  });
});

it('takes empty text for a missing value: a query for it would find nothing and look like an answer', () => {
  const event = { process: { user: { id: '' } } };
  expect(toOutcome(where('uid = {{process.user.id}}'), event)).toMatchObject({
    code: 'field_missing',
    fields: ['process.user.id'],
  });
  const both = { ...event, user: { id: '33' } };
  expect(toOutcome(where('uid = {{process.user.id}}'), both)).toBe(where('uid = 33'));
});

describe('the user of a process', () => {
  it('falls back to the user of the event and says so', () => {
    expect(fill(where('uid = {{process.user.id}}'), { user: { id: '33' } })).toEqual({
      kind: 'ready',
      sql: where('uid = 33'),
      substitutions: [{ field: 'process.user.id', usedField: 'user.id', values: ['33'] }],
    });
  });

  it('is taken from the process where that has one', () => {
    const event = { process: { user: { name: 'nginx' } }, user: { name: 'root' } };
    expect(fill(where("n = '{{process.user.name}}'"), event).substitutions).toEqual([
      { field: 'process.user.name', usedField: 'process.user.name', values: ['nginx'] },
    ]);
  });

  it('may be 0, root’s id, which is a value like any other', () => {
    const event = { process: { user: { id: 0 } }, user: { id: 33 } };
    expect(toOutcome(where('uid = {{process.user.id}}'), event)).toBe(where('uid = 0'));
  });

  it('is named as the guide names it when both are missing', () => {
    expect(toOutcome(where('uid = {{process.user.id}}'), {})).toEqual({
      code: 'field_missing',
      fields: ['process.user.id'],
    });
  });
});

describe('a placeholder inside single quotes', () => {
  it('gives text, also for numbers and booleans', () => {
    expect(toOutcome(where("a = '{{f}}' AND b = '{{g}}'"), { f: 33, g: false })).toBe(
      where("a = '33' AND b = 'false'")
    );
  });

  it('may stand in the middle of a text', () => {
    const template = where("p = '/home/{{user.name}}/it''s/{{f}}'");
    expect(toOutcome(template, { 'user.name': "o'hara", f: 1 })).toBe(
      where("p = '/home/o''hara/it''s/1'")
    );
  });
});

describe('a missing field', () => {
  it('is named, with all others that are missing, and leaves its place visible', () => {
    const event = { b: 'x', c: null, d: [], e: { f: 1 } };
    expect(
      fill(where("a = {{a}} AND b = {{b}} AND c IN ({{c}}) AND d = '{{d}}{{a}}{{e}}'"), event)
    ).toEqual({
      kind: 'unfillable',
      problem: { code: 'field_missing', fields: ['a', 'c', 'd', 'e'] },
      sql: where("a = {{a}} AND b = 'x' AND c IN ({{c}}) AND d = '{{d}}{{a}}{{e}}'"),
      substitutions: [{ field: 'b', usedField: 'b', values: ['x'] }],
    });
  });

  it('is not found among the properties every object has', () => {
    expect(toOutcome(where('a = {{constructor}}'), {})).toEqual({
      code: 'field_missing',
      fields: ['constructor'],
    });
  });
});

describe('several values', () => {
  const event = { f: ['1', 2, "x'y", 2], one: [7, '7'] };

  it.each([
    ['a IN ({{f}})', "a IN (1, 2, 'x''y')"],
    ['a IN (0, {{f}})', "a IN (0, 1, 2, 'x''y')"],
    ['a IN (0, {{f}}, 9)', "a IN (0, 1, 2, 'x''y', 9)"],
    ['a IN (max(0, (b)), {{f}})', "a IN (max(0, (b)), 1, 2, 'x''y')"],
    ["a NOT IN ('{{f}}')", "a NOT IN ('1', '2', 'x''y')"],
    ['a IN {{f}}', "a IN (1, 2, 'x''y')"],
    ['a = {{f}}', "a IN (1, 2, 'x''y')"],
    ['a={{f}} AND b', "a IN (1, 2, 'x''y') AND b"],
    ['(a == {{f}})', "(a IN (1, 2, 'x''y'))"],
    ['a != {{f}}', "a NOT IN (1, 2, 'x''y')"],
    ["a<>'{{f}}' ORDER BY b", "a NOT IN ('1', '2', 'x''y') ORDER BY b"],
    ['a = {{one}}', 'a = 7'],
    ['a IN {{one}}', 'a IN (7)'],
  ])('in %s become a list', (condition, expected) => {
    expect(toOutcome(where(condition), event)).toBe(where(expected));
  });

  it.each([
    'a > {{f}}',
    'a = {{f}} + 1',
    "a = {{f}} || 'x'",
    'a = {{f}} COLLATE NOCASE',
    "a = 'x{{f}}'",
    '{{f}} = a',
    'a LIKE {{f}}',
    'a = -{{f}}',
    'a IN (SELECT {{f}})',
    'a IN (SELECT b, {{f}})',
    'a IN (WITH c AS (SELECT 1) SELECT b, {{f}})',
    'a IN (VALUES (1), ({{f}}))',
    'a IN (b + {{f}})',
    'max({{f}}, 1)',
    'a IN (0, max({{f}}, 1))',
    'a IN (0, {{f}} || b)',
    'a IN (0) AND (b, {{f}}) = (1, 2)',
    'a BETWEEN {{f}} AND 3',
  ])('have no place in %s', (condition) => {
    expect(toOutcome(where(condition), event)).toEqual({ code: 'list_not_allowed', field: 'f' });
  });
});

describe('a place that takes no value', () => {
  it.each([
    ['"{{f}}" = 1', 'in_identifier'],
    ['`a{{f}}` = 1', 'in_identifier'],
    ['[{{f}}] = 1', 'in_identifier'],
    ['a -- {{f}}', 'in_comment'],
    ['a /* {{f}} */', 'in_comment'],
    ["a = x'{{f}}'", 'in_blob'],
  ])('%s is refused', (condition, reason) => {
    const problem = { code: 'value_unusable', field: 'f', value: 'ab', reason };
    expect(toOutcome(where(condition), { f: 'ab' })).toEqual(problem);
  });

  it.each([
    ['NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud83d'],
    ['infinity', Infinity],
    ['no number', NaN],
  ])('%s can not be written in SQL', (_name, value) => {
    expect(toOutcome(where("a = '{{f}}'"), { f: value })).toMatchObject({
      code: 'value_unusable',
      field: 'f',
      reason: 'characters',
    });
  });

  it('a value that makes the query too long is refused', () => {
    expect(toOutcome(where('a = {{f}}'), { f: 'a'.repeat(100_000) })).toMatchObject({
      code: 'value_unusable',
      reason: 'too_long',
    });
  });

  it('names the longest of the values that make the query too long', () => {
    const event = { f: 'short', g: ['b'.repeat(60_000), 'c'.repeat(60_000)], h: 'd'.repeat(100) };
    expect(toOutcome(where('a = {{f}} OR a = {{g}} OR a = {{h}}'), event)).toMatchObject({
      code: 'value_unusable',
      field: 'g',
      reason: 'too_long',
    });
  });
});

describe('a value in a pattern', () => {
  it.each([
    ["a LIKE '%{{f}}%'", 'plain', "a LIKE '%plain%'"],
    ["a LIKE '%{{f}}%' AND b", '100%_', "a LIKE '%100\\%\\_%' ESCAPE '\\' AND b"],
    ["a LIKE '\\{{f}}%'", '_\\!', "a LIKE '\\!_\\!!%' ESCAPE '!'"],
    ["a LIKE '%' || {{f}} || '%'", 'a_b', "a LIKE '%' || 'a\\_b' || '%' ESCAPE '\\'"],
    ["a LIKE '{{f}}!%' ESCAPE '!'", '5%!', "a LIKE '5!%!!!%' ESCAPE '!'"],
    ["a NOT LIKE '{{f}}'", '%', "a NOT LIKE '\\%' ESCAPE '\\'"],
    ["(a LIKE '{{f}}')", '_', "(a LIKE '\\_' ESCAPE '\\')"],
    ["a LIKE lower('%{{f}}')", 'x-y', "a LIKE lower('%x-y')"],
    ["a GLOB '*{{f}}*'", '[?*]', "a GLOB '*[[][?][*]]*'"],
    ["a GLOB lower('{{f}}')", 'plain', "a GLOB lower('plain')"],
    ["a LIKE '%' || b || '{{f}}'", 'x-y', "a LIKE '%' || b || 'x-y'"],
    ["a LIKE '{{f}}' ESCAPE b", 'plain', "a LIKE 'plain' ESCAPE b"],
    ["max(a LIKE (b), '{{f}}')", '%', "max(a LIKE (b), '%')"],
    ["a LIKE (b) || '{{f}}'", 'x', "a LIKE (b) || 'x'"],
    ["a LIKE 'x' AND b = '{{f}}'", '%', "a LIKE 'x' AND b = '%'"],
    ["max(a LIKE 'x', '{{f}}')", '%', "max(a LIKE 'x', '%')"],
    ["(a LIKE 'x') = '{{f}}'", '%', "(a LIKE 'x') = '%'"],
    ["a LIKE (SELECT b FROM u WHERE c = '{{f}}')", '%', "a LIKE (SELECT b FROM u WHERE c = '%')"],
    ["a REGEXP '^{{f}}$'", 'bash', "a REGEXP '^bash$'"],
  ])('%s matches %s literally', (condition, value, expected) => {
    expect(toOutcome(where(condition), { f: value })).toBe(where(expected));
  });

  it.each([
    ["a LIKE lower('%{{f}}')", 'x%'],
    ["a LIKE ('%{{f}}')", 'x_'],
    ["a LIKE '%' || b || '{{f}}'", 'x_'],
    ["a LIKE '%{{f}}' || b", 'x_'],
    ["like('{{f}}', a)", '%'],
    ["a LIKE '{{f}}' ESCAPE b", '%'],
    ["a LIKE '{{f}}' ESCAPE ''''", 'x'.concat("'")],
    ["a GLOB lower('{{f}}')", '*'],
    ["a REGEXP '{{f}}'", '.*'],
    ["a MATCH '{{f}}'", '"x"'],
  ])('%s can not take %s', (condition, value) => {
    expect(toOutcome(where(condition), { f: value })).toEqual({
      code: 'value_unusable',
      field: 'f',
      value,
      reason: 'in_pattern',
    });
  });

  it('shares one ESCAPE clause among all values of the pattern', () => {
    expect(toOutcome(where("a LIKE {{f}} || '/' || {{g}}"), { f: 'a\\b', g: '%' })).toBe(
      where("a LIKE 'a\\\\b' || '/' || '\\%' ESCAPE '\\'")
    );
  });
});

describe('braces', () => {
  it('in a value are broken up, so that Kibana finds nothing to fill', () => {
    expect(toOutcome(where('a = {{f}}'), { f: 'x{{user.id}}' })).toBe(
      where("a = replace('x{|{user.id}}', '|', '')")
    );
    expect(toOutcome(where("a = '{{f}}'"), { f: '{{{|' })).toBe(
      where("a = replace('{}{}{|', '}', '')")
    );
  });

  it('that two neighbours would make are broken up too', () => {
    expect(toOutcome(where("a = '{{f}}{{g}}'"), { f: '{', g: '{x}}' })).toBe(
      where("a = replace('{|{x}}', '|', '')")
    );
  });

  it('of the query itself are broken up in text and refused elsewhere', () => {
    expect(toOutcome("SELECT '{{', '}}'", {})).toBe("SELECT replace('{|{', '|', ''), '}}'");
    expect(toOutcome('SELECT 1 AS "{{"', {})).toEqual({
      code: 'not_one_select',
      reason: 'stray_braces',
    });
  });
});

describe('the query', () => {
  it.each([
    ['SELECT 1;', 'SELECT 1'],
    [' SELECT 1 ; ; -- done', 'SELECT 1'],
    ["-- why\nSELECT ';'", "-- why\nSELECT ';'"],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'WITH a AS (SELECT 1) SELECT * FROM a'],
    ['select replace(a, b, c) from t', 'select replace(a, b, c) from t'],
  ])('%s is one SELECT', (template, sql) => {
    expect(toOutcome(template, {})).toBe(sql);
  });

  it.each([
    ['', 'not_select'],
    ['-- nothing', 'not_select'],
    ['DELETE FROM t', 'not_select'],
    ['PRAGMA user_version', 'not_select'],
    ['WITH a AS (SELECT 1) DELETE FROM t', 'not_select'],
    ['WITH a AS (SELECT 1)', 'not_select'],
    ['SELECT 1; SELECT 2', 'several_statements'],
    ["SELECT 'a", 'unclosed'],
    ["SELECT 'a''", 'unclosed'],
    ['SELECT "a', 'unclosed'],
    ['SELECT [a', 'unclosed'],
    ['SELECT 1 /* a', 'unclosed'],
    ["SELECT x'ab", 'unclosed'],
    ['SELECT 1\0; DELETE FROM t', 'characters'],
  ])('%j is not', (template, reason) => {
    expect(toOutcome(template, {})).toEqual({ code: 'not_one_select', reason });
  });
});
