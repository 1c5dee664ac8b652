import { expect, test } from 'vitest';
import type { LocalOsquery, QueryOptions } from '../../../engines/osquery/local_osquery';
import type { QueryOutcome } from '../../../engines/osquery/query_outcome';
import { ALL_TABLES } from '../../../engines/osquery/tables/all_tables';
import { runOsqueryCommand } from './run_osquery_command';

const rows = (...values: Record<string, string>[]): QueryOutcome => ({
  kind: 'rows',
  columns: [
    { name: 'pid', type: 'BIGINT' },
    { name: 'cmdline', type: 'TEXT' },
  ],
  rows: values,
  truncated: false,
  total: 3,
  isTotalExact: true,
  elapsedMs: 1,
});

interface Printed {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  readonly asked: QueryOptions | undefined;
}

const run = async (args: string[], outcome = rows(), isTerminal = false): Promise<Printed> => {
  const printed = { out: '', error: '' };
  let asked: QueryOptions | undefined;
  const osquery: LocalOsquery = {
    engine: 'sqlite',
    run: async (_sql, options) => {
      asked = options;
      return outcome;
    },
    tables: () => ALL_TABLES,
    close: async () => undefined,
  };
  const code = await runOsqueryCommand(args, {
    createOsquery: () => osquery,
    writeOut: (text) => (printed.out += text),
    writeError: (text) => (printed.error += text),
    isTerminal,
    signal: new AbortController().signal,
  });
  return { code, ...printed, asked };
};

const HOSTILE = rows(
  { pid: '7', cmdline: 'sh -c "id"' },
  { pid: '42', cmdline: '\u001b]0;owned\u0007\u009b2J\r\na\u202eb' },
  { pid: '', cmdline: '=cmd|x!A1' }
);

test('prints a table that no value can break or escape from', async () => {
  const { code, out, error } = await run(['SELECT 1'], HOSTILE);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).toMatchInlineSnapshot(`
    "pid  cmdline
    ---  ----------------------------------------
      7  sh -c "id"
     42  \\u001b]0;owned\\u0007\\u009b2J\\r\\na\\u202eb
         =cmd|x!A1
    "
  `);
});

test('aligns columns by the cells a terminal gives them', async () => {
  const wide = rows(
    { pid: '日本', cmdline: 'a' },
    { pid: 'e\u0301', cmdline: 'b' },
    { pid: '👾1', cmdline: 'c' }
  );
  const columns = [
    { name: 'pid', type: 'TEXT' },
    { name: 'cmdline', type: 'TEXT' },
  ];
  const { out } = await run(['SELECT 1'], { ...wide, columns } as QueryOutcome);
  expect(out).toBe('pid   cmdline\n----  -------\n日本  a\ne\u0301     b\n👾1   c\n');
});

test('fills no column up to a value of thousands of characters', async () => {
  const outcome = rows({ pid: '9'.repeat(5_000), cmdline: 'a' }, { pid: '1', cmdline: 'b' });
  const [, rule = '', long = '', short = ''] = (await run(['SELECT 1'], outcome)).out.split('\n');
  expect([rule.length, long.length, short.length]).toEqual([129, 5_003, 123]);
});

test('prints JSON that parses to the same values and holds no control characters', async () => {
  const { out } = await run(['--format', 'json', 'SELECT 1'], HOSTILE);
  expect(JSON.parse(out)).toEqual(HOSTILE.kind === 'rows' && HOSTILE.rows);
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect((await run(['--format', 'json', 'SELECT 1'])).out).toBe('[]\n');
});

test('prints CSV of RFC 4180 with formulas made harmless, escaped on a terminal only', async () => {
  const { out } = await run(['--format', 'csv', 'SELECT 1'], HOSTILE);
  expect(out).toBe(
    'pid,cmdline\r\n7,"sh -c ""id"""\r\n42,"\u001b]0;owned\u0007\u009b2J\r\na\u202eb"\r\n,\'=cmd|x!A1\r\n'
  );
  const onTerminal = await run(['--format', 'csv', 'SELECT 1'], HOSTILE, true);
  expect(onTerminal.out.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
});

test('says on stderr that rows were cut off', async () => {
  const outcome = { ...HOSTILE, truncated: true, total: 62_486 } as QueryOutcome;
  const { code, error } = await run(['SELECT 1'], outcome);
  expect({ code, error }).toEqual({ code: 0, error: 'Cut off: the first 3 of 62486 rows.\n' });
  const open = await run(['SELECT 1'], { ...outcome, isTotalExact: false } as QueryOutcome);
  expect(open.error).toBe('Cut off: the first 3 of more than 62486 rows.\n');
});

test.each<[QueryOutcome, number, string]>([
  [
    { kind: 'failed', message: 'no such table: \u001b[31mx' },
    1,
    'Error: no such table: \\u001b[31mx\n',
  ],
  [{ kind: 'timed_out', afterMs: 2500 }, 3, 'Stopped after 2.5 s.\n'],
  [{ kind: 'cancelled' }, 130, 'Interrupted.\n'],
])('exits by the outcome %j', async (outcome, code, error) => {
  expect(await run(['SELECT 1'], outcome)).toMatchObject({ code, error, out: '' });
});

test('passes its limits on', async () => {
  const { asked } = await run(['--timeout', '2.5', '--max-rows', '5', 'SELECT 1']);
  expect(asked).toMatchObject({ timeoutMs: 2500, maxRows: 5 });
  expect((await run(['SELECT 1'])).asked).toMatchObject({ timeoutMs: 10_000, maxRows: 10_000 });
});

test.each([
  [[], 'Give one query, in quotes.'],
  [['SELECT 1', 'SELECT 2'], 'Give one query, in quotes.'],
  [['--format', 'xml', 'SELECT 1'], '--format takes table|json|csv, not xml.'],
  [['--timeout', '0', 'SELECT 1'], '--timeout takes a number of seconds above 0, not 0.'],
  [['--timeout', 'soon', 'SELECT 1'], '--timeout takes a number of seconds above 0, not soon.'],
  [['--max-rows', '1.5', 'SELECT 1'], '--max-rows takes a whole number above 0, not 1.5.'],
  [['--nope'], 'There is no option --nope: --help lists the options.'],
])('refuses %j with one sentence', async (args, sentence) => {
  expect(await run(args)).toMatchObject({ code: 2, out: '', error: `${sentence}\n` });
});

test('lists the tables with their columns', async () => {
  const { code, out } = await run(['--tables']);
  expect(code).toBe(0);
  for (const { name } of ALL_TABLES) expect(out).toContain(`${name}: `);
});

test('explains itself and its exit codes', async () => {
  const { code, out } = await run(['--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/^ {2}130 +interrupted$/m);
});
