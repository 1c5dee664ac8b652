import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { EqlQuery } from '../../common/eql/ast';
import { checkEql } from '../../common/eql/check_eql';
import { EqlError } from '../../common/eql/errors/eql_error';
import { explainMatch } from '../../common/eql/explain_match';
import { formatEql } from '../../common/eql/format_eql';
import { parseEql } from '../../common/eql/parse_eql';
import { toEqlErrorReport } from '../../common/eql/to_eql_error_report';
import { toFieldPath } from '../../common/event/field_path';
import type { EventSource } from '../../common/event/source_event';
import { english } from '../../common/i18n/english';
import { withoutRanges } from './arbitraries';
import { Random } from './random';
import { readJsonLines, readMapping, runToIds } from './suite';

/** Longer in the nightly run. */
const SECONDS = Number(process.env['EQL_FUZZ_SECONDS'] ?? 30);
const SEED = Number(process.env['EQL_FUZZ_SEED'] ?? 1);
/** No query of this size may take longer, on a busy machine too. */
const MOST_MILLISECONDS = 5000;
const LONGEST = 3000;

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const events = readJsonLines<EventSource>(here('events.ndjson'));
const fields = readMapping(here('events.mapping.json'));
const seeds = readJsonLines<{ query: string }>(here('cases.jsonl')).map(({ query }) => query);

const PIECES = [
  ...[
    'and',
    'or',
    'not',
    'in',
    'in~',
    ':',
    'like',
    'like~',
    'regex',
    'regex~',
    '==',
    '!=',
    '<',
    '>=',
    '=',
    '(',
    ')',
  ],
  ...[
    '[',
    ']',
    '![',
    ',',
    '.',
    '|',
    '?',
    '+',
    '-',
    '*',
    '/',
    '%',
    '"',
    '"""',
    '`',
    "'",
    '\\',
    '\\u{1F600}',
    '//',
    '/*',
    '*/',
  ],
  ...[
    'sequence',
    'sample',
    'join',
    'by',
    'with',
    'maxspan',
    'runs',
    'until',
    'where',
    'any',
    'null',
    'true',
    'of',
  ],
  ...[
    'process.name',
    '?a',
    '`b`',
    '"a*"',
    '1',
    '1e999',
    '9223372036854775807',
    '0',
    '.5',
    '500ms',
    'head',
    'tail',
  ],
  ...[
    'length',
    'number',
    'between~',
    'cidrMatch',
    '"(a|b)*~c&<1-9>"',
    '\n',
    '\t',
    ' ',
    '\u0000',
    '\ud800',
    '😀',
    '~',
  ],
];

const mutate = (text: string, random: Random): string => {
  const at = random.below(text.length + 1);
  const length = random.below(12);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return `${text.slice(0, at)}${random.pick(PIECES)}${text.slice(at)}`;
    case 2:
      return `${text.slice(0, at)} ${random.pick(PIECES)} ${text.slice(at + length)}`;
    case 3:
      return (
        text.slice(0, at) + text.slice(at, at + length).repeat(random.below(30)) + text.slice(at)
      );
    case 4: {
      const other = random.pick(seeds);
      return text.slice(0, at) + other.slice(random.below(other.length));
    }
    case 5:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at + 1);
  }
};

const expectPlace = (error: EqlError, text: string): void => {
  const { start, end } = error.range;
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
  const before = text.slice(0, start).split('\n');
  expect([error.line, error.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
  expect(toEqlErrorReport(error, english)).toContain('^');
};

/** What the text throws, if it is an error of the query; anything else is a mistake of ours. */
const parse = (text: string): EqlQuery | undefined => {
  try {
    return parseEql(text);
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    expectPlace(error, text);
    return undefined;
  }
};

const runWhole = (text: string, random: Random): 'refused' | 'run' => {
  const query = parse(text);
  if (query === undefined) return 'refused';
  expect(withoutRanges(parseEql(formatEql(query)))).toEqual(withoutRanges(query));
  const mapped = random.below(2) === 0;
  const mistakes = checkEql(query, mapped ? fields : undefined);
  for (const mistake of mistakes) expectPlace(mistake, text);
  explainMatch(query, random.pick(events), mapped ? { fields } : {});
  if (mistakes.length > 0) return 'refused';
  runToIds(text, events, 'id', mapped ? { fields } : {});
  return 'run';
};

describe('random queries', () => {
  test(
    `neither crash nor hang the parser, the checker and the evaluator (${SECONDS} s, seed ${SEED})`,
    () => {
      const random = new Random(SEED);
      const counts = { refused: 0, run: 0 };
      const end = performance.now() + SECONDS * 1000;
      while (performance.now() < end) {
        let text = random.pick(seeds);
        for (let count = random.below(4); count >= 0; count -= 1) text = mutate(text, random);
        text = text.slice(0, LONGEST);
        const start = performance.now();
        try {
          counts[runWhole(text, random)] += 1;
        } catch (error) {
          throw new Error(`with the query ${JSON.stringify(text)}`, { cause: error });
        }
        const milliseconds = performance.now() - start;
        if (milliseconds > MOST_MILLISECONDS) {
          throw new Error(`took ${milliseconds} ms: ${JSON.stringify(text)}`);
        }
      }
      expect(counts.refused).toBeGreaterThan(SECONDS);
      expect(counts.run).toBeGreaterThan(SECONDS);
    },
    SECONDS * 1000 + 60_000
  );
});

describe('hostile events', () => {
  const nested = (depth: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < depth; level += 1) value = [value];
    return value;
  };
  const matches = (text: string, source: EventSource): boolean =>
    runToIds(text, [{ ...source, id: 1 }], 'id', {}).length === 1;

  test('nesting without end is looked into as deep as Elasticsearch allows', () => {
    expect(matches('any where a == "x"', { a: nested(900) })).toBe(true);
    expect(matches('any where a == "x"', { a: nested(100_000) })).toBe(false);
  });

  test('names of JavaScript’s own properties are fields like others', () => {
    expect(matches('any where constructor != null', {})).toBe(false);
    expect(matches('any where a.__proto__ != null or a.length != null', { a: 'text' })).toBe(false);
    const source: EventSource = JSON.parse('{"__proto__": {"b": "x"}}');
    expect(matches('any where __proto__.b == "x"', source)).toBe(true);
    expect(toFieldPath('b').some(source, () => true)).toBe(false);
  });

  test('combinations of many values end', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `v${index}`);
    const start = performance.now();
    expect(matches('any where concat(a, b) == "never"', { a: many, b: many })).toBe(false);
    expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
  });

  test('keys of many values end', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `v${index}`);
    const source = { '@timestamp': 1, a: many, b: many };
    const start = performance.now();
    expect(
      runToIds('sequence by a, b [any where true] [any where true]', [source], 'id', {})
    ).toEqual([]);
    expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
  });
});
