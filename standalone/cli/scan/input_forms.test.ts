import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { runScanCommand } from './run_scan_command';

/** The same attack in the forms that files have when they come from other systems and programs. */

const scan = async (option: string, content: string | Buffer) => {
  const path = join(await createTemporaryDirectory(), 'input.log');
  await writeFile(path, content);
  let [out, error] = ['', ''];
  const code = await runScanCommand([option, path], {
    writeOut: (text) => (out += text),
    writeError: (text) => (error += text),
    isErrorTerminal: false,
    now: () => 0,
    parallelism: 1,
  });
  return { code, alerts: out.split('\n').filter(Boolean).length, error };
};

const toExec = (pid: number, parent: number, exe: string, args: readonly string[]): string[] => {
  const head = `msg=audit(1790000000.15${pid % 10}:${pid}):`;
  const users = 'auid=0 uid=33 gid=33 euid=33 suid=33 fsuid=33 egid=33 sgid=33 fsgid=33';
  const list = args.map((arg, index) => ` a${index}="${arg}"`).join('');
  return [
    `type=SYSCALL ${head} arch=c000003e syscall=59 success=yes exit=0 a0=1 a1=2 a2=3 a3=8 items=2 ppid=${parent} pid=${pid} ${users} tty=(none) ses=1 comm="x" exe="${exe}" key="exec"`,
    `type=EXECVE ${head} argc=${args.length}${list}`,
    `type=CWD ${head} cwd="/"`,
    `type=PROCTITLE ${head} proctitle=7368`,
  ];
};
const RECORDS = [
  ...toExec(900, 1, '/usr/sbin/nginx', ['nginx']),
  ...toExec(901, 900, '/usr/bin/dash', ['sh', '-c', 'id']),
];
const toText = (lines: readonly string[], end = '\n'): string =>
  lines.map((line) => line + end).join('');
const toJsonLines = (values: readonly unknown[]): string =>
  toText(values.map((value) => JSON.stringify(value)));

const EVENT = {
  '@timestamp': '2026-11-24T10:00:00.000Z',
  event: { category: ['process'], type: ['start'], action: 'exec', id: 'e1' },
  host: { name: 'web-01', os: { type: 'linux' } },
  process: {
    ...{ name: 'sh', executable: '/usr/bin/dash', args: ['sh', '-c', 'id'] },
    parent: { executable: '/usr/sbin/nginx', name: 'nginx' },
  },
};
const EVENTS = toJsonLines([EVENT]);

const toUtf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const packed = (mark: string, at = 0): Buffer => {
  const bytes = Buffer.alloc(1024);
  bytes.write(mark, at, 'latin1');
  return bytes;
};

describe.each([
  ['--audit-log', toText(RECORDS)],
  ['--events', EVENTS],
])('%s reads', (option, text) => {
  it.each<[string, string | Buffer]>([
    ['a byte order mark', `\ufeff${text}`],
    ['UTF-16, as PowerShell writes it', toUtf16(text.replaceAll('\n', '\r\n'))],
    ['UTF-16 with the other order of bytes', toUtf16(text).swap16()],
    ['UTF-16 in gzip', gzipSync(toUtf16(text))],
    [
      'gzip of several parts',
      Buffer.concat([gzipSync(text.slice(0, 50)), gzipSync(text.slice(50))]),
    ],
  ])('%s', async (_, content) => {
    expect(await scan(option, content)).toMatchObject({ code: 0, alerts: 1 });
  });

  it.each<[string, Buffer]>([
    ['bunzip2', packed('BZh9')],
    ['unxz', packed('\u00fd7zXZ\0')],
    ['unzstd', packed('(\u00b5/\u00fd')],
    ['unzip', packed('PK\u0003\u0004')],
    ['tar -x', packed('ustar', 257)],
    ['tar -x', gzipSync(packed('ustar', 257))],
    ['gunzip', gzipSync(gzipSync(text))],
  ])('what %s unpacks not, and says so', async (command, content) => {
    const { code, error } = await scan(option, content);
    expect(code).toBe(3);
    expect(error).toMatch(new RegExp(`^\\S+input.log: it is packed by .*with ${command}\\n$`));
  });

  it('names the file that gzip did not finish', async () => {
    const half = gzipSync(text.repeat(50));
    const { code, error } = await scan(option, half.subarray(0, half.length / 2));
    expect(code).toBe(3);
    expect(error).toMatch(/input\.log: unexpected end of file\n$/);
  });
});

describe('--audit-log reads records', () => {
  it.each([
    ['of Docker', toJsonLines(RECORDS.map((log) => ({ log: `${log}\n`, stream: 'stdout' })))],
    ['of Filebeat', toJsonLines(RECORDS.map((message) => ({ message, host: { name: 'web-01' } })))],
    ['of Logstash', toJsonLines(RECORDS.map((message) => ({ message, host: 'web-01' })))],
    ['kept as the original', toJsonLines(RECORDS.map((original) => ({ event: { original } })))],
    [
      'behind the mark of RFC 5424',
      toText(RECORDS.map((line) => `<13>1 2026-09-21T14:13:20Z web-01 a - - - \ufeff${line}`)),
    ],
    [
      'behind the length of RFC 6587',
      toText(RECORDS.map((line) => `99 <13>1 2026-09-21T14:13:20Z web-01 a - - - ${line}`)),
    ],
    ['behind the name of a file', toText(RECORDS.map((line) => `audit.log-${line}`))],
    ['in quotes', toText(RECORDS.map((line) => `'${line}'`))],
    ['without success', toText(RECORDS.map((line) => line.replace(' success=yes exit=0', '')))],
  ])('%s', async (_, content) => {
    expect(await scan('--audit-log', content)).toMatchObject({ code: 0, alerts: 1 });
  });

  it('of containers, whose stream is no host', async () => {
    const lines = RECORDS.map((line) => `2026-09-21T14:13:20.1Z stdout F ${line}`);
    const { alerts, error } = await scan('--audit-log', toText(lines));
    expect(alerts).toBe(1);
    expect(error).toContain('--host-name');
  });

  it.each([
    ['ausearch --raw', 'NODE,EVENT,DATE,TIME,SERIAL_NUM,EVENT_KIND\n,SYSCALL,09/21/2026\n'],
    ['ausearch --raw', 'At 14:13:20 09/21/2026 x, acting as y, successfully executed /bin/sh\n'],
    ['ausearch --raw', '\nExecutable Report\n=====\n1. 09/21/2026 14:13:20 /bin/sh ? ? -1 51\n'],
    ['journalctl -o json', '__CURSOR=s=1\n_TRANSPORT=audit\nMESSAGE=SYSCALL arch=c000003e\n'],
    ['journalctl -o json', 'Mon 2026-09-21 14:13:20 UTC [s=1a;i=2]\n    _TRANSPORT=audit\n'],
    ['journalctl -o json', '[12345.678901] web-01 audit[900]: SYSCALL arch=c000003e\n'],
    ['journalctl -o json', '\u001e{"_TRANSPORT":"audit"}\n'],
    ['journalctl -o json', `${JSON.stringify({ MESSAGE: 'x' }, null, 2)}\n`],
    ['laurel', '{"ID":"1790000000.151:51","SYSCALL":{"pid":1}}\n'],
    ['it looks like CSV', `"_raw","host"\n"${RECORDS[0]?.replaceAll('"', '""')}","web"\n`],
  ])('not of other forms, and names %s', async (remedy, content) => {
    const { code, error } = await scan('--audit-log', content);
    expect(code).toBe(3);
    expect(error).toMatch(new RegExp(`could be read: .*${remedy}`));
  });

  it.each([
    ['arguments only', RECORDS.filter((line) => line.startsWith('type=EXECVE'))],
    ['calls without a process', RECORDS.map((line) => line.replace(/ppid=\d+ pid=\d+/, ''))],
  ])('of which no event can be made (%s) as no result', async (_, lines) => {
    expect((await scan('--audit-log', toText(lines))).code).toBe(3);
  });
});

describe('--events', () => {
  it.each([
    ['a list under any name', JSON.stringify({ total: 1, data: [EVENT] })],
    ['a JSON text sequence', `\u001e${EVENTS}`],
  ])('reads %s', async (_, content) => {
    expect(await scan('--events', content)).toMatchObject({ code: 0, alerts: 1 });
  });

  it.each([
    ['an error', { error: { type: 'index_not_found_exception' }, status: 404 }],
    ['a mapping', { logs: { mappings: { properties: {} } } }],
    ['nothing', {}],
  ])('takes no alert in %s for no result', async (_, document) => {
    const { code, error } = await scan('--events', `${JSON.stringify(document)}\n`);
    expect(code).toBe(3);
    expect(error).toContain('nothing that was read is an event: all lack @timestamp');
  });

  it('knows tables by other separators too', async () => {
    for (const separator of [',', ';', '|', '\t']) {
      const row = ['@timestamp', 'process.name', 'process.args'].join(separator);
      expect((await scan('--events', `${row}\n`)).error).toContain('it looks like CSV');
    }
  });
});
