import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EqlQuery, EventFilter, Expression } from '../../common/eql/ast';
import { parseEql } from '../../common/eql/parse_eql';
import { toRequiredLiterals } from '../../common/eql/required_literals';
import type { EventSource } from '../../common/event/source_event';
import { webServerRule } from '../../common/rule/web_server_rule';
import { createLiteralFinder } from '../../engines/scan/literals/literal_finder';
import { createKernel } from '../../engines/scan/simd/create_kernel';
import { FIRST_BYTE } from '../../engines/scan/simd/memory_layout';
import { toUseTest } from '../../engines/scan/search_plan';
import { event, expression, field, text } from '../eql/arbitraries';
import { Random } from '../eql/random';
import { scanFast } from './fast_scan';
import { scanPlainly } from './plain_scan';
import { spellJson, spoilLine } from './spell_json';

const range = { start: 0, end: 0 };
const runs = { numRuns: 150, seed: 20260820 };

interface Data {
  readonly bytes: Buffer;
  readonly pieceSize: number;
  readonly mostAtOnce: number;
}

/** Lines of any spelling, some of them broken, with any ends and beginnings that files have. */
const toData = (events: readonly unknown[], random: Random): Data => {
  // Events that come again and are spelled alike have a shape that is known the second time.
  const again = Array.from({ length: random.pick([0, 0, 3, 30]) }, () => random.pick(events));
  const isPlain = random.below(2) === 0;
  const lines = [...events, ...again].map((source) => {
    const line = Buffer.from(isPlain ? JSON.stringify(source) : spellJson(source, random));
    const spoiled = random.below(6) === 0 ? spoilLine(line, random) : line;
    return Buffer.concat([
      spoiled,
      Buffer.from(random.pick(['\n', '\n', '\r\n', '\n\n', '\n \t\n'])),
    ]);
  });
  const all = Buffer.concat([
    Buffer.from(random.below(5) === 0 ? [0xef, 0xbb, 0xbf] : []),
    ...lines,
  ]);
  return {
    bytes: random.below(3) === 0 ? all.subarray(0, -1) : all,
    pieceSize: random.pick([1, 7, 64, 300, 4096, 262_144]),
    mostAtOnce: random.pick([1, 5, 1000, Infinity]),
  };
};

const expectSame = async (
  query: EqlQuery,
  { bytes, pieceSize, mostAtOnce }: Data
): Promise<void> => {
  const isOfUse = toUseTest(query, {});
  const plain = scanPlainly(bytes);
  const expected = plain.events.filter(({ source }) => isOfUse(source)).map(({ line }) => line);
  const fast = await scanFast(bytes, query, { pieceSize, mostAtOnce });
  expect(fast.events.filter(({ source }) => isOfUse(source)).map(({ line }) => line)).toEqual(
    expected
  );
  expect(fast.wrong).toEqual(plain.wrong);
  expect(fast.report).toMatchObject({ bytes: bytes.length, lines: plain.lines });
};

/** All that one filter requires is found in every match, however it is spelled. */
const expectLiterals = (query: EqlQuery, sources: readonly EventSource[], random: Random): void => {
  const isOfUse = toUseTest(query, {});
  const kernel = createKernel();
  const counts = { get: () => random.below(1000) };
  const requirements = toRequiredLiterals(query).map((choices) =>
    choices
      .map((choice) => createLiteralFinder(kernel, choice, counts))
      .filter((finder) => finder !== undefined)
  );
  for (const source of sources.filter(isOfUse)) {
    const line = Buffer.from(`${spellJson(source, random)}\n`);
    kernel.grow(FIRST_BYTE + line.length);
    kernel.bytes.set(line, FIRST_BYTE);
    const end = FIRST_BYTE + line.length - 1;
    expect(
      requirements.some((finders) => finders.every(({ find }) => find(FIRST_BYTE, end) < end))
    ).toBe(true);
  }
};

const toFilter = (condition: Expression, category: string | undefined): EventFilter => ({
  kind: 'filter',
  category: category === undefined ? undefined : { kind: 'category', name: category, range },
  condition,
  range,
});

const toQuery = (condition: Expression, category: string | undefined): EqlQuery => ({
  kind: 'query',
  text: '',
  statement: toFilter(condition, category),
  pipes: [],
  range,
});

const toSequence = (filters: readonly EventFilter[]): EqlQuery => ({
  kind: 'query',
  text: '',
  statement: {
    kind: 'sequence',
    keys: [],
    maxspan: undefined,
    terms: filters.map((filter) => ({
      kind: 'term',
      missing: false,
      filter,
      keys: [],
      runs: 1,
      range,
    })),
    until: undefined,
    range,
  },
  pipes: [],
  range,
});

/** Conditions that literals can be got from: what events here often hold. */
const { condition } = fc.letrec<{ condition: Expression }>((tie) => {
  const value = text.map((value) => ({ kind: 'string' as const, value, range }));
  const values = fc.array(value, { minLength: 1, maxLength: 3 });
  return {
    condition: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(field, value).map(([left, right]): Expression => ({
        kind: 'comparison',
        operator: '==',
        left,
        right,
        range,
      })),
      fc
        .tuple(field, fc.constantFrom(':' as const, 'like' as const, 'like~' as const), values)
        .map(([operand, operator, patterns]): Expression => ({
          kind: 'match',
          operator,
          operand,
          patterns,
          range,
        })),
      fc.tuple(field, fc.boolean(), values).map(([operand, ignoreCase, members]): Expression => ({
        kind: 'in',
        operand,
        negated: false,
        ignoreCase,
        members,
        range,
      })),
      fc
        .tuple(
          field,
          fc.constantFrom('startsWith', 'endsWith', 'stringContains'),
          fc.boolean(),
          value
        )
        .map(([first, name, ignoreCase, second]): Expression => ({
          kind: 'call',
          name,
          ignoreCase,
          args: [first, second],
          range,
        })),
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('condition'), { minLength: 2, maxLength: 3 })
        )
        .map(([kind, operands]): Expression => ({ kind, operands, range }))
    ),
  };
});

const events = fc.array(event, { minLength: 1, maxLength: 12 });
const seed = fc.integer();
const category = fc.constantFrom(undefined, 'process', 'any');

test('the fast path and the plain one find the same events for queries that literals are got from', async () => {
  await fc.assert(
    fc.asyncProperty(condition, category, events, seed, (tree, name, sources, start) =>
      expectSame(toQuery(tree, name), toData(sources, new Random(start)))
    ),
    runs
  );
});

test('the fast path and the plain one find the same events for any query', async () => {
  await fc.assert(
    fc.asyncProperty(expression, category, events, seed, (tree, name, sources, start) =>
      expectSame(toQuery(tree, name), toData(sources, new Random(start)))
    ),
    runs
  );
});

test('the fast path and the plain one find the same events for the filters of a sequence', async () => {
  const filter = fc.tuple(condition, category).map(([tree, name]) => toFilter(tree, name));
  const filters = fc.array(filter, { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(filters, events, seed, (parts, sources, start) =>
      expectSame(toSequence(parts), toData(sources, new Random(start)))
    ),
    runs
  );
});

test('what a query requires is found in every spelling of its matches', () => {
  fc.assert(
    fc.property(condition, category, events, seed, (tree, name, sources, start) =>
      expectLiterals(toQuery(tree, name), sources, new Random(start))
    ),
    { ...runs, numRuns: 1000 }
  );
});

/** Mostly matches of the shipped rule, one clause off now and then. */
const processEvent = fc
  .tuple(
    fc.constantFrom(
      '/usr/sbin/nginx',
      '/USR/sbin/php-fpm8.2',
      '/opt/x/bin/catalina.sh',
      '/usr/bin/bash',
      ['/usr/sbin/apache2']
    ),
    fc.constantFrom('sh', 'BASH', 'python3', 'phpquery', ['x', 'perl'], 'convert'),
    fc.array(fc.constantFrom('-c', 'id', 'WhoAmI', 'cat /etc/passwd', '"', '\\', 'wget', '😀', 5), {
      maxLength: 4,
    }),
    fc.constantFrom('exec', 'exec_event', 'fork', ['fork', 'exec']),
    fc.constantFrom(['start'], 'start', ['end'], 'Start'),
    fc.constantFrom('linux', 'Linux', ['linux'])
  )
  .map(([parent, name, args, action, type, os]) => ({
    '@timestamp': '2026-01-01T00:00:00Z',
    event: { action, category: ['process'], type },
    host: { os: { type: os } },
    process: { args, name, parent: { executable: parent } },
  }));

test('the fast path and the plain one find the same matches of the shipped rule', async () => {
  const rule = parseEql(webServerRule.query);
  await fc.assert(
    fc.asyncProperty(
      fc.array(processEvent, { minLength: 1, maxLength: 20 }),
      seed,
      (sources, start) => expectSame(rule, toData(sources, new Random(start)))
    ),
    runs
  );
});

test('what the shipped rule requires is found in every spelling of its matches', () => {
  const rule = parseEql(webServerRule.query);
  fc.assert(
    fc.property(fc.array(processEvent, { maxLength: 20 }), seed, (sources, start) =>
      expectLiterals(rule, sources, new Random(start))
    ),
    runs
  );
});
