import { expect, test } from 'vitest';
import {
  createChoice,
  createCountOption,
  createListOption,
  createSwitch,
  createTextOption,
  runCommand,
  UsageError,
  type Usage,
} from './index';

const USAGE = {
  about: 'Counts.',
  options: {
    name: createTextOption('TEXT', 'what it is called'),
    file: createListOption('FILE', 'may be repeated'),
    size: createCountOption(1, 'how many', 7),
    format: createChoice(['a', 'b'], 'a is the default', 'a'),
    quick: createSwitch('in a hurry'),
  },
  rest: 'FILE…',
  exits: { 0: 'counted', 3: 'nothing to count' },
} satisfies Usage;

const run = async (...args: string[]) => {
  const printed = { out: '', error: '' };
  let asked: unknown;
  const code = await runCommand(
    USAGE,
    args,
    async (given) => {
      asked = { ...given.values, rest: given.rest };
      if (given.values.name === 'wrong') throw new UsageError('Not \u001b this name.');
      if (given.values.name === 'broken') throw new TypeError('broken');
      return 3;
    },
    {
      writeOut: (text) => (printed.out += text),
      writeError: (text) => (printed.error += text),
    }
  );
  return { code, asked, ...printed };
};

test('reads options in any order, once or several times, and what stands there without one', async () => {
  const { code, asked } = await run(
    'x',
    '--file',
    'f',
    '--quick',
    '--file=--g',
    '-',
    '--size',
    '2'
  );
  expect(code).toBe(3);
  expect(asked).toEqual({
    ...{ name: undefined, file: ['f', '--g'], size: 2, format: 'a', quick: true },
    rest: ['x', '-'],
  });
});

test('takes what stands behind -- as it is', async () => {
  expect((await run('--', '--help', '--size')).asked).toMatchObject({ rest: ['--help', '--size'] });
});

test('takes a query that begins with a comment for no option', async () => {
  const query = '-- sockets = open\nSELECT 1';
  expect((await run('--quick', query)).asked).toMatchObject({ quick: true, rest: [query] });
});

test.each([
  [['--nmae', 'x'], 'There is no option --nmae: --help lists the options.'],
  [['-x'], 'There is no option -x: --help lists the options.'],
  [['--__proto__'], 'There is no option --__proto__: --help lists the options.'],
  [['--name'], '--name needs a value: write --name=TEXT.'],
  [['--name', '--quick'], '--name needs a value: write --name=TEXT.'],
  [['--name', 'a', '--name', 'b'], '--name can be given only once.'],
  [['--quick=yes'], '--quick takes no value, so yes can not be given to it.'],
  [['--size', '0'], '--size takes a whole number above 0, not 0.'],
  [['--size', '1e3'], '--size takes a whole number above 0, not 1e3.'],
  [['--size', '9007199254740993'], '--size takes a whole number above 0, not 9007199254740993.'],
  [['--format', 'c'], '--format takes a|b, not c.'],
  [['--format', '\u001b[2J'], '--format takes a|b, not \\u001b[2J.'],
])('answers %j with one sentence and code 2, and does nothing', async (args, sentence) => {
  expect(await run(...args)).toEqual({
    ...{ code: 2, asked: undefined, out: '', error: `${sentence}\n` },
  });
});

test('refuses what stands without an option where nothing may', async () => {
  let error = '';
  const { rest: _rest, ...usage } = USAGE;
  const output = { writeOut: () => undefined, writeError: (text: string) => (error += text) };
  expect(await runCommand(usage, ['x'], async () => 0, output)).toBe(2);
  expect(error).toBe('“x” belongs to no option: --help lists the options.\n');
});

test('answers a command that refuses its options the same way, and hides no other error', async () => {
  expect(await run('--name', 'wrong')).toMatchObject({
    code: 2,
    error: 'Not \\u001b this name.\n',
  });
  await expect(run('--name', 'broken')).rejects.toThrow('broken');
});

test('explains itself, also beside what is wrong', async () => {
  const { code, out, error, asked } = await run('--nope', '--help');
  expect({ code, error, asked }).toEqual({ code: 0, error: '', asked: undefined });
  expect(out).toMatchInlineSnapshot(`
    "Counts.

    Options:
      --name TEXT   what it is called
      --file FILE   may be repeated
      --size N      how many
      --format a|b  a is the default
      --quick       in a hurry
      --help        print this and end

    Exit codes:
      0  counted
      2  the command line is wrong
      3  nothing to count
    "
  `);
});

test('wraps what is too long for a line of the help', async () => {
  let out = '';
  const about = 'word '.repeat(60).trim();
  const usage = { about: 'X.', options: { long: createSwitch(about) }, exits: {} };
  const output = { writeOut: (text: string) => (out += text), writeError: () => undefined };
  await runCommand(usage, ['-h'], async () => 0, output);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(out.replace(/\s+/g, ' ')).toContain(about);
});
