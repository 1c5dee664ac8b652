import { expect, test } from 'vitest';
import { OptionError } from './option_error';
import { parseOptions } from './parse_options';
import { toHelpText } from './to_help_text';
import { toOptionSentence } from './to_option_sentence';

const environment = { HOME: '/home/ann', LANG: 'en_US.UTF-8' };

const toSentence = (args: string[], env: Record<string, string> = environment): string => {
  try {
    parseOptions(args, env);
  } catch (error) {
    if (error instanceof OptionError) return toOptionSentence(error);
    throw error;
  }
  return 'no error';
};

test('plays the recording on port 5602 with data in the state directory unless told otherwise', () => {
  expect(parseOptions([], environment)).toEqual({
    kind: 'run',
    port: 5602,
    dataDirectory: '/home/ann/.local/state/web-server-rce',
    input: { kind: 'recording' },
    locale: 'en',
    retention: { keepEventsMs: 30 * 86_400_000, keepBytes: 4 * 1024 ** 3 },
  });
});

test('takes every option', () => {
  const args =
    '--port 0 --data /d --audit-log /a --processes /p --locale zh-CN --keep 12h --keep-size 500MiB';
  expect(parseOptions(args.split(' '), environment)).toEqual({
    kind: 'run',
    port: 0,
    dataDirectory: '/d',
    input: { kind: 'audit_log', path: '/a', processes: '/p' },
    locale: 'zh-CN',
    retention: { keepEventsMs: 12 * 3_600_000, keepBytes: 500 * 1024 ** 2 },
  });
  expect(parseOptions(['--events=/e'], environment)).toMatchObject({
    input: { kind: 'events', path: '/e' },
  });
});

test('follows the XDG state directory, but not a relative one', () => {
  const toDirectory = (state: string) =>
    parseOptions([], { ...environment, XDG_STATE_HOME: state });
  expect(toDirectory('/state')).toMatchObject({ dataDirectory: '/state/web-server-rce' });
  expect(toDirectory('state')).toMatchObject({
    dataDirectory: '/home/ann/.local/state/web-server-rce',
  });
});

test('speaks the language of the environment', () => {
  const toLocale = (env: Record<string, string>) => parseOptions([], { HOME: '/', ...env }).locale;
  expect(toLocale({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
  expect(toLocale({ LANG: 'de_DE.UTF-8' })).toBe('en');
  expect(toLocale({ LANG: 'en_US', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh-CN');
  expect(toLocale({})).toBe('en');
});

test('exports and helps instead of running', () => {
  expect(parseOptions(['--export', 'a.ndjson', '--data', '/d'], environment)).toEqual({
    kind: 'export',
    dataDirectory: '/d',
    file: 'a.ndjson',
    locale: 'en',
  });
  expect(parseOptions(['-h'], environment)).toEqual({ kind: 'help', locale: 'en' });
  const help = toHelpText();
  for (const option of [
    'events',
    'audit-log',
    'processes',
    'port',
    'data',
    'keep',
    'keep-size',
    'locale',
    'export',
  ]) {
    expect(help).toContain(`--${option} `);
  }
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['stray'], 'stray'],
  [['--port', '70000'], '--port takes a number from 0 (any free port) to 65535, not 70000.'],
  [['--port', '-1'], '--port'],
  [['--locale', 'fr'], '--locale takes en or zh-CN, not fr.'],
  [['--keep', 'ever'], '--keep takes a duration such as 12h or 30d, not ever.'],
  [['--keep-size', '4GB'], '--keep-size takes a size such as 500MiB or 4GiB, not 4GB.'],
  [['--events', 'a', '--audit-log', 'b'], 'exclude each other'],
  [['--processes', 'a'], '--processes belongs to --audit-log'],
])('answers %j with a sentence', (args, sentence) => {
  expect(toSentence(args)).toContain(sentence);
});

test('says that it needs a place for its data where there is no home', () => {
  expect(toSentence([], {})).toContain('--data DIR');
});
