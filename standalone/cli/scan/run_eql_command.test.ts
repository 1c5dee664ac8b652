import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { runEqlCommand } from './run_eql_command';

const EVENTS = [
  '{"@timestamp":3,"event":{"category":"process","id":"e3"},"n":3,"a":"Yes"}',
  '{"@timestamp":1,"event":{"category":"process","id":"e1"},"n":1,"a":"yes"}',
  'not json',
  '{"@timestamp":2,"event":{"category":"file"},"n":2,"a":"yes\\u001b[31m\u009b"}',
  '',
  '{"@timestamp":4,"event":{"category":"process"},\t"n":4,"a":"no"}',
];

const write = async (name: string, content: string): Promise<string> => {
  const path = join(await createTemporaryDirectory(), name);
  await writeFile(path, content);
  return path;
};

const run = async (...args: string[]) => {
  let [out, error] = ['', ''];
  const code = await runEqlCommand(args, {
    writeOut: (text) => (out += text),
    writeError: (text) => (error += text),
    isErrorTerminal: false,
    now: () => 0,
    parallelism: 1,
  });
  return { code, out, error };
};

const writeEvents = () => write('events.ndjson', EVENTS.join('\n'));
/** The path of the events stands as FILE in what is written. */
const find = async (query: string, ...args: string[]) => {
  const path = await writeEvents();
  const { code, out, error } = await run('--query', query, '--events', path, ...args);
  return { code, out: out.replaceAll(path, 'FILE'), error: error.replaceAll(path, 'FILE') };
};

describe('eql', () => {
  it('prints events as they stand in the file, in order of time', async () => {
    const { code, out } = await find('process where a : "yes"');
    expect(out).toBe(`${EVENTS[1]}\n${EVENTS[0]}\n`);
    expect(code).toBe(0);
  });

  it('lets no value speak to the terminal', async () => {
    const { out } = await find('any where n in (2, 4)');
    expect(out.split('\n').slice(0, 2)).toEqual([
      '{"@timestamp":2,"event":{"category":"file"},"n":2,"a":"yes\\u001b[31m\\u009b"}',
      '{"@timestamp":4,"event":{"category":"process"}, "n":4,"a":"no"}',
    ]);
  });

  it('tells wrong lines on standard error and goes on', async () => {
    const { error, code } = await find('any where true');
    expect(error).toBe(
      'FILE:3: not valid JSON\nFILE: 1 wrong line was passed over\n4 events of 6 lines, 4 matches\n'
    );
    expect(code).toBe(0);
  });

  it('prints ids, and the place of events that have none', async () => {
    const byDefault = await find('any where true', '--format', 'ids');
    expect(byDefault.out).toBe('e1\nFILE:4\ne3\nFILE:6\n');
    const byField = await find(
      'any where true',
      '--format',
      'ids',
      '--id-field',
      'n',
      '--size',
      '2'
    );
    expect(byField.out).toBe('3\n4\n');
  });

  it('prints a sequence as a list of ids or with its events', async () => {
    const query =
      'sequence with maxspan=1h [any where n == 1] ![any where n == 9] [any where n == 3]';
    expect((await find(query, '--format', 'ids')).out).toBe('["e1",-1,"e3"]\n');
    expect((await find(query)).out).toBe(`{"keys":[],"events":[${EVENTS[1]},null,${EVENTS[0]}]}\n`);
  });

  it('reads another category, another time, and a mapping with comments', async () => {
    const mapping = await write(
      'x.mapping',
      '# comment\n{"properties":{"a":{"type":"keyword"},"n":{"type":"long"}}}'
    );
    const { out } = await find(
      '`3` where n > 0',
      '--category-field',
      'n',
      '--mapping',
      mapping,
      '--format',
      'ids'
    );
    expect(out).toBe('');
    const given = await find(
      '"3" where a != null',
      '--category-field',
      'n',
      '--timestamp-field',
      'n',
      '--tiebreaker',
      'n',
      '--mapping',
      mapping,
      '--format',
      'ids'
    );
    expect(given.out).toBe('e3\n');
  });

  it('shows where a query is wrong', async () => {
    const { code, error, out } = await find('process where a = "x"');
    expect(error).toContain('process where a = "x"\n                ^');
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  it('runs many queries, each with a line of its own, whatever becomes of it', async () => {
    const queries = await write(
      'queries.jsonl',
      [
        '{"name":"one","query":"process where a : \\"yes\\""}',
        '{"name":"size","query":"any where true","size":1}',
        '{"name":"pair","query":"sequence [any where n == 1] [any where n == 2]"}',
        '{"name":"sample","query":"sample by a [any where n == 1] [any where n == 1 or n == 4]"}',
        '{"name":"wrong","query":"process where"}',
        '{"query":5}',
        'x',
        '{"name":"many","query":"any where true","size":-1}',
      ].join('\n')
    );
    const { out, code } = await run(
      '--queries',
      queries,
      '--events',
      await writeEvents(),
      '--id-field',
      'n'
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, 4)).toEqual([
      { name: 'one', ids: [1, 3] },
      { name: 'size', ids: [4] },
      { name: 'pair', ids: [[1, 2]] },
      { name: 'sample', ids: [] },
    ]);
    expect(lines[4]).toMatchObject({ name: 'wrong', error: expect.stringContaining('Line 1') });
    expect(lines.slice(5)).toMatchObject([
      { name: 6, error: 'line 6: query Expected string, received number' },
      { name: 7, error: 'line 7 is not valid JSON' },
      { name: 'many', error: expect.stringContaining('line 8: size') },
    ]);
    expect(code).toBe(0);
  });

  it('searches the event files of a directory', async () => {
    const folder = join(await createTemporaryDirectory(), 'many');
    await mkdir(folder);
    await writeFile(join(folder, 'b.ndjson'), '{"@timestamp":1,"n":"b"}\n');
    await writeFile(join(folder, 'a.jsonl'), '{"@timestamp":1,"n":"a"}\n');
    await writeFile(join(folder, 'c.txt'), '{"@timestamp":1,"n":"c"}\n');
    const { out } = await run(
      '--query',
      'any where true',
      '--events',
      folder,
      '--format',
      'ids',
      '--id-field',
      'n'
    );
    expect(out).toBe('a\nb\n');
  });

  it('ends with 3 when a file can not be read', async () => {
    expect((await run('--query', 'any where true', '--events', '/nowhere/x')).code).toBe(3);
    expect((await find('any where true', '--mapping', await writeEvents())).code).toBe(3);
    expect((await run('--queries', '/nowhere/x', '--events', await writeEvents())).code).toBe(3);
  });

  it.each([
    [['--events', 'x']],
    [['--query', 'x']],
    [['--query', 'x', '--queries', 'y', '--events', 'z']],
    [['--queries', 'x', '--events', '-']],
    [['--query', 'x', '--events', 'y', '--format', 'xml']],
    [['--query', 'x', '--events', 'y', '--size', '-1']],
    [['--query', 'x', '--events', 'y', '--threads', '0']],
    [['--querry', 'x']],
  ])('ends with 2 for %j', async (args) => {
    const { code, error, out } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^[^\n]+\.\n$/);
  });

  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const word of ['--queries', '--threads', 'Exit codes:']) expect(out).toContain(word);
  });
});
