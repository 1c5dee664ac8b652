import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import { openSqlite, type SqliteJudge } from './open_sqlite';

let sqlite: SqliteJudge;

beforeAll(async () => {
  sqlite = await openSqlite();
  sqlite.rows('CREATE TABLE t (a, n INTEGER, s TEXT)');
  sqlite.rows(
    'CREATE TABLE processes (name TEXT, cmdline TEXT, parent BIGINT, path TEXT, uid BIGINT)'
  );
});

/** What quotes, comments, patterns, placeholders, JavaScript's replace and terminals care about. */
const SHARP = [
  ...'\'"`[];-/*{}$&\\%_?#@:,|()=<>~!^ \n\r\t\v\f\b\u001b\u0085\u2028\u202e\ufeffx0é你😀',
  ...[
    '--',
    '/*',
    '*/',
    '{{',
    '}}',
    '{{user.id}}',
    '$&',
    "$'",
    '$`',
    '$$',
    "''",
    ' OR 1=1',
    '; DROP TABLE t',
  ],
];
const sharpText = fc.string({ unit: fc.constantFrom(...SHARP), maxLength: 24 });
const numberLike = fc.constantFrom(
  ...[
    '1e5',
    '0x10',
    '-0',
    '0',
    '00033',
    '33',
    '-5',
    '+1',
    '1.0',
    '.5',
    '1_000',
    '１２',
    ' 1',
    '1 ',
  ],
  ...['9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809'],
  ...[
    '9007199254740993',
    '99999999999999999999',
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'true',
    '',
  ]
);
const longText = fc
  .tuple(
    fc.constantFrom("'", '{', '{{', '--', '%', 'a', '😀', "'{"),
    fc.integer({ min: 900, max: 4000 })
  )
  .map(([text, times]) => text.repeat(times));
/** Empty text is taken for a missing value. */
const writable = fc
  .oneof(
    { weight: 6, arbitrary: sharpText },
    {
      weight: 3,
      arbitrary: fc
        .string({ unit: 'binary', maxLength: 30 })
        .map((text) => text.replaceAll('\0', '')),
    },
    { weight: 3, arbitrary: numberLike },
    { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String) },
    { weight: 1, arbitrary: fc.maxSafeInteger() },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { weight: 1, arbitrary: fc.boolean() }
  )
  .filter((value) => value !== '');
const unwritable = fc.oneof(
  fc.tuple(sharpText, sharpText).map(([before, behind]) => `${before}\0${behind}`),
  fc
    .tuple(
      fc.constantFrom('\ud800', '\udfff'),
      sharpText.filter((text) => !/^[\ud800-\udfff]/.test(text))
    )
    .map(([half, text]) => half + text),
  fc.constantFrom(NaN, Infinity, -Infinity)
);

type Value = string | number | boolean;

const isPlainInteger = (text: string): boolean => {
  if (!/^-?\d+$/.test(text)) return false;
  const value = BigInt(text);
  return String(value) === text && value >= -(2n ** 63n) && value < 2n ** 63n;
};

/** The value as SQLite should have it, and its type. */
const toExpected = (value: Value): [type: string, value: unknown] => {
  if (typeof value === 'boolean') return ['integer', value ? 1 : 0];
  if (typeof value === 'number')
    return [isPlainInteger(String(value)) ? 'integer' : 'real', value + 0];
  return [isPlainInteger(value) ? 'integer' : 'text', value];
};

const toHex = (text: string): string => Buffer.from(text).toString('hex').toUpperCase();

const getSql = (template: string, event: Record<string, unknown>): string => {
  const filled = fillPlaceholders(template, event);
  if (filled.kind !== 'ready') throw new Error(JSON.stringify(filled.problem));
  expect(filled.sql).not.toContain('{{');
  expect(sqlite.judge(filled.sql)).toEqual({ error: undefined, isReadOnly: true, isSingle: true });
  return filled.sql;
};

const rows = (template: string, event: Record<string, unknown>) =>
  sqlite.rows(getSql(template, event));

/** The same value nested, dotted or alone in an array: however the event was indexed. */
const asEvent = (value: unknown, form: number): Record<string, unknown> =>
  [{ f: { g: value } }, { 'f.g': value }, { f: [{ g: [value] }] }, { f: { g: [null, value] } }][
    form
  ] ?? {};

const RUNS = 10_000;
/** For a machine that is busy with other things, in milliseconds. */
const TIMEOUT = 120_000;

describe('SQLite agrees that a filled query', { timeout: TIMEOUT }, () => {
  it(`is one SELECT whose literal equals the value, for ${RUNS} hostile values`, () => {
    fc.assert(
      fc.property(writable, fc.nat(3), (value, form) => {
        const event = asEvent(value, form);
        const [type, expected] = toExpected(value);
        const text = String(value);
        // Text is compared by its bytes: reading it back through JavaScript would drop a leading byte order mark.
        const [found] = rows(
          "SELECT typeof({{f.g}}), {{f.g}}, hex({{f.g}}), hex('{{f.g}}'), hex('a''{{f.g}}{{ f.g }}\"b')",
          event
        );
        expect(found?.[0]).toBe(type);
        if (typeof value === 'string') expect(found?.[2]).toBe(toHex(text));
        else expect(Number(found?.[1])).toBe(expected);
        expect(found?.slice(3)).toEqual([toHex(text), toHex(`a'${text}${text}"b`)]);
      }),
      { numRuns: RUNS }
    );
  });

  it('keeps long values whole, however many braces and quotes they are made of', () => {
    fc.assert(
      fc.property(longText, (value) => {
        expect(rows("SELECT hex('<{{f}}>'), hex({{f}})", { f: value })).toEqual([
          [toHex(`<${value}>`), toHex(value)],
        ]);
      }),
      { numRuns: 100 }
    );
  });

  it('finds the row that holds the value, and no other, in every place a guide may put it', () => {
    fc.assert(
      fc.property(writable, (value) => {
        const event = asEvent(value, 0);
        sqlite.rows('DELETE FROM t');
        sqlite.rows('INSERT INTO t (s) VALUES (?), (?)', [String(value), `${String(value)}'`]);
        const text = { f: { g: String(value) } };
        for (const condition of [
          "s = '{{f.g}}'",
          's = {{f.g}}',
          's IN ({{f.g}})',
          "s IN ('{{f.g}}')",
          's IN {{f.g}}',
        ]) {
          expect(rows(`SELECT count(*) FROM t WHERE ${condition}`, text)).toEqual([[1]]);
        }
        expect(rows("SELECT count(*) FROM t WHERE s <> '{{f.g}}' AND 1 -- why", event)).toEqual([
          [1],
        ]);
        getSql('SELECT name, cmdline, parent, path, uid FROM processes WHERE uid = {{f.g}}', event);
        getSql(
          "WITH x AS (SELECT '{{f.g}}' AS v) SELECT v, -{{f.g}}, 1-{{f.g}} FROM x LIMIT 1;",
          event
        );
      }),
      { numRuns: 1000 }
    );
  });

  it('holds every value of a list, and negates it as a whole', () => {
    fc.assert(
      fc.property(fc.array(writable.map(String), { minLength: 1, maxLength: 6 }), (values) => {
        const event = { f: { g: values } };
        const distinct = new Set(values).size;
        sqlite.rows('DELETE FROM t');
        for (const value of new Set(values)) sqlite.rows('INSERT INTO t (s) VALUES (?)', [value]);
        sqlite.rows("INSERT INTO t (s) VALUES ('no such value')");
        for (const condition of [
          's IN ({{f.g}})',
          "s IN ('{{f.g}}', 'x')",
          's IN {{f.g}}',
          "s = '{{f.g}}'",
          's={{f.g}} AND 1',
        ]) {
          expect(
            rows(`SELECT count(*) FROM t WHERE ${condition} AND s <> 'x'`, event),
            condition
          ).toEqual([[distinct - Number(values.includes('x'))]]);
        }
        expect(rows("SELECT s FROM t WHERE s != '{{f.g}}'", event)).toEqual([['no such value']]);
      }),
      { numRuns: 1000 }
    );
  });

  it('matches a value in a LIKE or GLOB pattern character by character', () => {
    const needle = fc.string({ unit: fc.constantFrom(..."a%_\\!*?[]^-'{b😀"), maxLength: 6 });
    const sought = needle.filter((text) => text !== '');
    const lower = (text: string): string =>
      text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    fc.assert(
      fc.property(sought, needle, needle, (value, before, behind) => {
        const event = { f: { g: value } };
        for (const haystack of [before + value + behind, before + behind, behind]) {
          sqlite.rows('DELETE FROM t');
          sqlite.rows('INSERT INTO t (s) VALUES (?)', [haystack]);
          const contains = Number(lower(haystack).includes(lower(value)));
          const counts = (condition: string) =>
            rows(`SELECT count(*) FROM t WHERE ${condition}`, event);
          expect(counts("s LIKE '%{{f.g}}%'")).toEqual([[contains]]);
          expect(counts("s LIKE '%' || {{f.g}} || '%' ESCAPE '!'")).toEqual([[contains]]);
          expect(counts("(s NOT LIKE '%' || '{{f.g}}' || '%')")).toEqual([[1 - contains]]);
          expect(counts("s GLOB '*{{f.g}}*'")).toEqual([[Number(haystack.includes(value))]]);
        }
      }),
      { numRuns: 1000 }
    );
  });
});

describe('a value that SQL can not hold', () => {
  it('is refused wherever it stands, also among others', () => {
    fc.assert(
      fc.property(unwritable, fc.array(writable, { maxLength: 2 }), (value, others) => {
        for (const template of [
          'SELECT {{f}}',
          "SELECT '{{f}}'",
          "SELECT 1 WHERE 1 IN ({{f}}) OR 'x' LIKE '%{{f}}'",
        ]) {
          expect(fillPlaceholders(template, { f: [...others, value] })).toMatchObject({
            kind: 'unfillable',
            problem: { code: 'value_unusable', reason: 'characters', value: String(value) },
          });
        }
      }),
      { numRuns: 1000 }
    );
  });
});

describe('whatever the query looks like', { timeout: TIMEOUT }, () => {
  const piece = fc.constantFrom(
    ...[
      'SELECT ',
      'WITH x AS ',
      '{{f}}',
      "'{{f}}'",
      "'a{{f}}",
      '"{{f}}"',
      '`',
      '[',
      "'",
      '"',
      '--{{f}}',
      '\n',
      '/*',
      '*/',
    ],
    ...[
      ' = ',
      '!=',
      ' IN ',
      '(',
      ')',
      ',',
      ' LIKE ',
      " ESCAPE '\\'",
      ' || ',
      ' FROM t ',
      ' WHERE s',
      '1',
      '-',
      'x',
      ';',
      's',
      '{',
      '}',
    ]
  );

  const operand = fc.constantFrom(
    "'{{f}}'",
    '{{f}}',
    "'a{{f}}b'",
    "'a'{{f}}",
    '-{{f}}',
    '({{f}})',
    "x'{{f}}'"
  );
  const operator = fc.constantFrom(
    '=',
    ' != ',
    ' IN ',
    ' LIKE ',
    ' GLOB ',
    '||',
    '+',
    '-',
    ', ',
    ' AND s',
    ' -- '
  );
  const sentence = fc
    .tuple(
      operand,
      fc.array(fc.tuple(operator, operand), { maxLength: 3 }),
      fc.constantFrom('', ';', ' LIMIT 1', ' -- {{', ')')
    )
    .map(([first, rest, end]) => `s FROM t WHERE s = ${first}${rest.flat().join('')}${end}`);
  const soup = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('no value makes it write, or run a second statement', () => {
    let compiled = 0;
    fc.assert(
      fc.property(
        fc.oneof(soup, sentence),
        fc.array(writable, { minLength: 1, maxLength: 2 }),
        (template, values) => {
          const filled = fillPlaceholders(`SELECT ${template}`, { f: values });
          if (filled.kind !== 'ready') return;
          expect(filled.sql).not.toContain('{{');
          const verdict = sqlite.judge(filled.sql);
          if (verdict.error !== undefined) return;
          compiled += 1;
          expect(verdict).toEqual({ error: undefined, isReadOnly: true, isSingle: true });
        }
      ),
      { numRuns: RUNS }
    );
    // Most soups are no SQL at all; enough must be for the property to say something.
    expect(compiled).toBeGreaterThan(RUNS / 20);
  });
});
