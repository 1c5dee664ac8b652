import { afterAll, expect, test } from 'vitest';
import { setHostLanguage } from '../../language/set_host_language';
import { runStartCommand } from './run_start_command';
import type { StartRun } from './to_start_run';

const environment = { HOME: '/home/ann', LANG: 'en_US.UTF-8' };
afterAll(() => setHostLanguage('en'));

const run = async (args: string[], env: Record<string, string> = environment) => {
  const printed = { out: '', error: '' };
  let asked: StartRun | undefined;
  const code = await runStartCommand(args, {
    environment: env,
    start: async (wanted) => {
      asked = wanted;
    },
    writeOut: (text) => (printed.out += text),
    writeError: (text) => (printed.error += text),
  });
  return { code, asked, ...printed };
};

test('plays the recording on port 5602 with data in the state directory unless told otherwise', async () => {
  expect((await run([])).asked).toEqual({
    kind: 'run',
    port: 5602,
    dataDirectory: '/home/ann/.local/state/web-server-rce',
    input: { kind: 'recording' },
    accessLogs: [],
    locale: 'en',
    retention: { keepEventsMs: 30 * 86_400_000, keepBytes: 4 * 1024 ** 3 },
  });
});

test('takes every option', async () => {
  const args =
    '--port 0 --data /d --audit-log /a --processes /p --host-name web-01 --locale zh-CN --keep 12h --keep-size 500MiB --access-log /l/a=b.log --access-log web-02=l.gz';
  expect((await run(args.split(' '))).asked).toEqual({
    kind: 'run',
    port: 0,
    dataDirectory: '/d',
    input: { kind: 'audit_replay', path: '/a', processes: '/p', hostName: 'web-01' },
    accessLogs: [
      { path: '/l/a=b.log', hostName: undefined },
      { path: 'l.gz', hostName: 'web-02' },
    ],
    locale: 'zh-CN',
    retention: { keepEventsMs: 12 * 3_600_000, keepBytes: 500 * 1024 ** 2 },
  });
  expect((await run(['--events=/e'])).asked).toMatchObject({
    input: { kind: 'events', path: '/e' },
  });
  expect((await run(['--audit-log=/a'])).asked).toMatchObject({
    input: { kind: 'audit_log', path: '/a' },
  });
});

test('follows the XDG state directory, but not a relative one', async () => {
  const toDirectory = async (state: string) =>
    (await run([], { ...environment, XDG_STATE_HOME: state })).asked?.dataDirectory;
  expect(await toDirectory('/state')).toBe('/state/web-server-rce');
  expect(await toDirectory('state')).toBe('/home/ann/.local/state/web-server-rce');
});

test('speaks the language of the environment', async () => {
  const toLocale = async (env: Record<string, string>) =>
    (await run([], { HOME: '/', ...env })).asked;
  expect(await toLocale({ LANG: 'zh_CN.UTF-8' })).toMatchObject({ locale: 'zh-CN' });
  expect(await toLocale({ LANG: 'de_DE.UTF-8' })).toMatchObject({ locale: 'en' });
  expect(await toLocale({ LANG: 'en_US', LC_ALL: 'zh_CN.UTF-8' })).toMatchObject({
    locale: 'zh-CN',
  });
  expect(await toLocale({})).toMatchObject({ locale: 'en' });
});

test('exports instead of running', async () => {
  expect((await run(['--export', 'a.ndjson', '--data', '/d'])).asked).toEqual({
    kind: 'export',
    dataDirectory: '/d',
    file: 'a.ndjson',
  });
});

test('helps in the language of the host', async () => {
  const { code, out, asked } = await run(['-h']);
  expect({ code, asked }).toEqual({ code: 0, asked: undefined });
  expect(out).toMatch(/^ {2}--keep-size SIZE +Delete the oldest events past this size/m);
  expect((await run(['--locale=zh-CN', '--help'])).out).toMatch(
    /^ {2}--port NUMBER +127.0.0.1 上/m
  );
});

test.each([
  [['--prot', '1'], 'There is no option --prot: --help lists the options.'],
  [['stray'], '“stray” belongs to no option: --help lists the options.'],
  [['--port', '70000'], '--port takes a number from 0 (any free port) to 65535, not 70000.'],
  [['--port', '-1'], '--port needs a value: write --port=NUMBER.'],
  [['--locale', 'fr'], '--locale takes en|zh-CN, not fr.'],
  [['--keep', 'ever'], '--keep takes a duration such as 12h or 30d, not ever.'],
  [['--keep-size', '4GB'], '--keep-size takes a size such as 500MiB or 4GiB, not 4GB.'],
  [
    ['--events', 'a', '--audit-log', 'b'],
    '--events and --audit-log exclude each other: give one of them.',
  ],
  [['--processes', 'a'], '--processes belongs to --audit-log: give both.'],
])('answers %j with one sentence and code 2', async (args, sentence) => {
  expect(await run(args)).toEqual({ code: 2, asked: undefined, out: '', error: `${sentence}\n` });
});

test('says in Chinese what is wrong', async () => {
  const { error } = await run(['--locale', 'zh-CN', '--port', 'x']);
  expect(error).toBe('--port 需要0（任意空闲端口）到 65535 之间的数字，而不是 x。\n');
});

test('says that it needs a place for its data where there is no home', async () => {
  expect((await run([], {})).error).toContain('--data DIR');
});
