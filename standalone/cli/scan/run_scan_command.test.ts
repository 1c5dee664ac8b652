import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { runScanCommand } from './run_scan_command';

const toEvent = (sequence: number, args: string[]) => ({
  '@timestamp': `2026-03-01T10:00:0${sequence}Z`,
  event: { action: 'exec', category: ['process'], id: `e${sequence}`, sequence, type: ['start'] },
  host: { name: 'web', os: { type: 'linux' } },
  user: { name: 'www-data' },
  process: {
    args,
    command_line: args.join(' '),
    name: 'sh',
    parent: { executable: '/usr/sbin/nginx', name: 'nginx' },
  },
});

const run = async (...args: string[]) => {
  let [out, error] = ['', ''];
  const code = await runScanCommand(args, {
    writeOut: (text) => (out += text),
    writeError: (text) => (error += text),
    isErrorTerminal: false,
    now: () => 0,
    parallelism: 1,
  });
  return { code, out, error };
};

const write = async (name: string, lines: readonly string[]): Promise<string> => {
  const path = join(await createTemporaryDirectory(), name);
  await writeFile(path, lines.join('\n'));
  return path;
};
const writeEvents = () =>
  write('events.ndjson', [
    JSON.stringify(toEvent(2, ['sh', '-c', 'id', '\u001b]0;owned\u0007'])),
    'broken',
    JSON.stringify(toEvent(3, ['sh', '-c', 'true'])),
    JSON.stringify(toEvent(1, ['sh', '-c', 'whoami'])),
  ]);

const recording = (name: string): string =>
  fileURLToPath(new URL(`../../recording/data/web-01-nginx/${name}`, import.meta.url));

describe('scan', () => {
  it('prints an alert for each match, the event with what the rule says', async () => {
    const { code, out, error } = await run('--events', await writeEvents());
    const alerts = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(alerts.map(({ event }) => event.sequence)).toEqual([1, 2]);
    expect(alerts[0]).toMatchObject({
      'kibana.alert.rule.name': 'Potential Remote Code Execution via Web Server',
      'kibana.alert.risk_score': 73,
      'kibana.alert.reason': expect.stringContaining('nginx started sh as user www-data on web'),
      'kibana.alert.ancestors.id': 'e1',
    });
    expect(error).toContain(':2: not valid JSON');
    expect(code).toBe(0);
  });

  it('prints an alert for each attack by the extended rule, with risk, signs and all its events', async () => {
    const parent = { entity_id: 'w', executable: '/usr/sbin/nginx', name: 'nginx' };
    const below = { entity_id: 'a', executable: '/bin/sh', name: 'sh' };
    const toStart = (sequence: number, entityId: string, args: string[], by: object) => {
      const event = toEvent(sequence, args);
      return JSON.stringify({
        ...event,
        process: { ...event.process, name: args[0], entity_id: entityId, parent: by },
      });
    };
    const events = await write('events.ndjson', [
      toStart(2, 'b', ['cat', '/etc/shadow'], below),
      toStart(1, 'a', ['sh', '-c', 'cat /etc/shadow; id'], parent),
      toStart(3, 'c', ['convert', 'a.png', 'b.png'], parent),
    ]);
    const { code, out } = await run('--events', events, '--rule', 'extended');
    const alerts = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toMatchObject({
      event: { sequence: [1, 2], action: 'exec' },
      'kibana.alert.signs': expect.arrayContaining([
        expect.objectContaining({ id: 'account_file_read' }),
      ]),
    });
    expect(alerts[0]['kibana.alert.risk_score']).toBeGreaterThanOrEqual(47);
    expect(code).toBe(0);
    const refused = await run(
      '--events',
      events,
      '--rule',
      'extended',
      '--query',
      'any where true'
    );
    expect(refused).toMatchObject({ code: 2, out: '' });
  });

  it('prints a table that no value can break', async () => {
    const { out } = await run('--events', await writeEvents(), '--format', 'table');
    const [title, first, second] = out.split('\n');
    expect(title).toMatch(/^TIME +HOST +USER +PARENT +PROCESS +COMMAND LINE$/);
    expect(first).toMatch(
      /^2026-03-01T10:00:01.000Z +web +www-data +\/usr\/sbin\/nginx +sh +sh -c whoami$/
    );
    expect(second).toContain('\\u001b]0;owned\\u0007');
  });

  it('aligns a table by what a terminal shows, and cuts no character in two', async () => {
    const events = ['用户', '🐚'.repeat(30), 'a\u{e0041}'].map((name, index) => ({
      ...toEvent(index, ['sh', '-c', 'id']),
      user: { name },
    }));
    const path = await write(
      'wide.ndjson',
      events.map((event) => JSON.stringify(event))
    );
    const { out } = await run('--events', path, '--format', 'table');
    const users = out.split('\n').map((line) => /web +(\S.*)  \/usr/.exec(line)?.[1]);
    expect(users.slice(1, -1)).toEqual([
      `用户${' '.repeat(35)}`,
      `${'🐚'.repeat(19)}…`,
      `a\\udb40\\udc41${' '.repeat(26)}`,
    ]);
  });

  it('prints nothing for no match, and another query’s matches when given one', async () => {
    const quiet = await write('quiet.ndjson', [JSON.stringify(toEvent(3, ['true']))]);
    expect(await run('--events', quiet, '--format', 'table')).toEqual({
      code: 0,
      out: '',
      error: '1 event of 1 line, 0 alerts\n',
    });
    const { out } = await run('--events', quiet, '--query', 'process where process.args == "true"');
    expect(JSON.parse(out).event.sequence).toBe(3);
  });

  it('reads an audit log with what was running when it began', async () => {
    const { code, out } = await run(
      '--audit-log',
      recording('audit.log'),
      '--processes',
      recording('processes.json')
    );
    const alerts = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(alerts.length).toBeGreaterThan(0);
    for (const alert of alerts) expect(alert.process.parent.executable).toMatch(/^\/usr\/sbin\//);
    expect(code).toBe(0);
  });

  it('tells lines of an audit log that are none', async () => {
    const log = await write('audit.log', ['nonsense', 'type=EOE msg=audit(1.000:1): ']);
    expect((await run('--audit-log', log)).error).toContain(':1: no audit record');
  });

  it('reads a packed audit log', async () => {
    const log = join(await createTemporaryDirectory(), 'audit.log.2.gz');
    await writeFile(log, gzipSync(await readFile(recording('audit.log'))));
    const processes = ['--processes', recording('processes.json'), '--host-name', 'web-01'];
    const packed = await run('--audit-log', log, ...processes);
    expect(packed).toEqual(await run('--audit-log', recording('audit.log'), ...processes));
  });

  it('says that arguments are missing', async () => {
    const lines = (await readFile(recording('audit.log'), 'utf8')).trimEnd().split('\n');
    const log = await write(
      'audit.log',
      lines.slice(0, 6).filter((line) => !line.includes('EXECVE'))
    );
    expect(await run('--audit-log', log)).toMatchObject({
      code: 0,
      error: expect.stringContaining('audit.log: 1 exec lacks arguments'),
    });
  });

  it('says of a list of processes which entry is wrong', async () => {
    const log = recording('audit.log');
    const list = await write('processes.json', ['[{"pid": 1, "ppid": 0, "uid": "root"}]']);
    expect(await run('--audit-log', log, '--processes', list)).toEqual({
      code: 3,
      out: '',
      error: `${list}: entry 1, uid: Expected number, received string\n`,
    });
  });

  it('names the file that is a folder or whose packing is broken', async () => {
    const folder = await createTemporaryDirectory();
    expect((await run('--audit-log', folder)).error).toContain(`${folder}: EISDIR`);
    const log = await write('audit.log.gz', []);
    await writeFile(log, Buffer.from('1f8bffff', 'hex'));
    expect(await run('--audit-log', log)).toMatchObject({
      code: 3,
      error: `${log}: unknown compression method\n`,
    });
  });

  it('says of an option that its value is missing', async () => {
    expect((await run('--audit-log')).error).toBe(
      '--audit-log needs a value: write --audit-log=FILE.\n'
    );
  });

  it.each([
    [[], 2],
    [['--events', 'x', '--audit-log', 'y'], 2],
    [['--events', 'x', '--processes', 'y'], 2],
    [['--events', 'x', '--format', 'ids'], 2],
    [['--events', '/nowhere/x'], 3],
    [['--audit-log', '/nowhere/x'], 3],
    [['--events', '/nowhere/x', '--query', 'process where'], 1],
    [['--events', '/nowhere/x', '--query', 'sequence [any where true] [any where true]'], 1],
  ])('%j ends with %i', async (args, code) => {
    const ended = await run(...args);
    expect(ended.code).toBe(code);
    expect(ended.error).not.toBe('');
  });

  it('explains itself', async () => {
    expect((await run('--help')).out).toContain('--audit-log');
  });
});
