import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import { webServerRule } from '../../common/rule/web_server_rule';
import { createAuditReader } from './create_audit_reader';
import { parseProcessList } from './processes/parse_process_list';

/** The same recording as other daemons, settings and systems would have written it. */

const RECORDING = new URL('../../test/bench/recorded/web-01-nginx/', import.meta.url);
const processes = parseProcessList(readFileSync(new URL('processes.json', RECORDING), 'utf8'));
const query = parseEql(webServerRule.query);

const written = readFileSync(new URL('audit.log', RECORDING), 'latin1').trimEnd().split('\n');

const read = (bytes: Buffer) => {
  const options = { index: 'events', hostId: 'host', hostName: 'web-01', agentId: 'agent' };
  const reader = createAuditReader({ ...options, processes });
  const events = [...reader.push(bytes), ...reader.flush()].sort((one, other) =>
    one.id < other.id ? -1 : 1
  );
  const matches = searchEvents(query, events).map(({ id }) => id);
  // Only auditd looks up the names of groups.
  const sources = JSON.stringify(events, (key, value: unknown) =>
    key === 'group' ? undefined : value
  );
  return { events: sources.replaceAll('},{"index', '},\n{"index').split('\n'), matches };
};

const toBytes = (lines: readonly string[], end = '\n'): Buffer =>
  Buffer.from(lines.map((line) => line + end).join(''), 'latin1');

const toHex = (text: string): string => Buffer.from(text, 'latin1').toString('hex').toUpperCase();
const isOf = (type: string, line: string): boolean => line.startsWith(`type=${type} `);
const toHead = (line: string): string => line.slice(0, line.indexOf('): ') + 3);

/** `a1="-c"` in two pieces, announced by their length together. */
const toPieces = (line: string): string =>
  line.replace(/ a(\d+)="([^"]{4,})"/g, (_, index: string, value: string) => {
    const halves = [value.slice(0, 2), value.slice(2)].map(toHex);
    return ` a${index}_len=${value.length * 2} a${index}[0]=${halves[0]} a${index}[1]=${halves[1]}`;
  });

const toRecordPerArgument = (line: string): string[] => {
  const [count = '', ...fields] = line.slice(toHead(line).length).split(' ');
  return [count, ...fields].map((field) => toHead(line) + field);
};

const others = (line: string): string[] => [
  `type=DAEMON_ROTATE ${toHead(line).split(' ')[1]} op=rotate-logs auid=0 pid=5 res=success`,
  `type=CONFIG_CHANGE ${toHead(line).split(' ')[1]} auid=0 op=add_rule key="exec" list=4 res=1`,
  `type=SERVICE_START msg=audit(1.000:1): pid=1 uid=0 auid=4294967295 msg='unit=cron exe="/usr/lib/systemd/systemd"'`,
];

const NUMBERS: Record<string, number> = {
  SYSCALL: 1300,
  PATH: 1302,
  CWD: 1307,
  EXECVE: 1309,
  PROCTITLE: 1327,
  USER_START: 1105,
};

const toKernelLine = (line: string): string =>
  line.replace(/^type=(\w+) msg=/, (_, type: string) => `type=${NUMBERS[type] ?? 1199} `);

const groupBy = (lines: readonly string[], toKey: (line: string) => string): string[][] => {
  const groups = new Map<string, string[]>();
  for (const line of lines) {
    const key = toKey(line).replace(/^type=\w+ /, '');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
};

const shuffle = (lines: readonly string[]): string[] => {
  let seed = 7;
  const next = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648);
  return lines
    .map((line) => ({ line, place: next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ line }) => line);
};

const FORMS: Record<string, Buffer> = {
  'without the names auditd looks up': toBytes(
    written.map((line) => line.split('\u001d')[0] ?? '')
  ),
  'with the names behind a space': toBytes(written.map((line) => line.replace('\u001d', ' '))),
  'with the name of the node': toBytes(written.map((line) => `node=web-01 ${line}`)),
  'with the line ends of Windows': toBytes(written, '\r\n'),
  'without titles': toBytes(written.filter((line) => !isOf('PROCTITLE', line))),
  'with an end for each event': toBytes(
    written.flatMap((line) =>
      isOf('PROCTITLE', line) ? [`${toHead(line).replace('PROCTITLE', 'EOE')}`] : [line]
    )
  ),
  'with a label of SELinux and no key': toBytes(
    written.map((line) => line.replace(' key="exec"', ' subj=unconfined_u:unconfined_r key=(null)'))
  ),
  'with names in hexadecimal': toBytes(
    written.map((line) =>
      line.replace(
        / (comm|exe|cwd)="([^"]*)"/g,
        (_, key: string, value: string) => ` ${key}=${toHex(value)}`
      )
    )
  ),
  'with arguments in hexadecimal': toBytes(
    written.map((line) =>
      isOf('EXECVE', line)
        ? line.replace(
            / (a\d+)="([^"]+)"/g,
            (_, key: string, value: string) => ` ${key}=${toHex(value)}`
          )
        : line
    )
  ),
  'with arguments in pieces': toBytes(
    written.map((line) => (isOf('EXECVE', line) ? toPieces(line) : line))
  ),
  'with a record for each argument': toBytes(
    written.flatMap((line) => (isOf('EXECVE', line) ? toRecordPerArgument(line) : [line]))
  ),
  'with execveat': toBytes(
    written.map((line) =>
      line
        .replace('syscall=59', 'syscall=322')
        .replace(/ a0=(\w+) a1=(\w+) a2=(\w+) a3=\w+/, ' a0=ffffff9c a1=$1 a2=$2 a3=$3')
    )
  ),
  'with records of the daemon and of services': toBytes(
    written.flatMap((line, index) => (index % 50 === 0 ? [line, ...others(line)] : [line]))
  ),
  'with a hole of zeros, as after a crash': Buffer.concat([
    toBytes(written.slice(0, 600)),
    Buffer.alloc(4096),
    Buffer.from('\n'),
    toBytes(written.slice(600)),
  ]),
  'behind the prefix of syslog': toBytes(
    written.map((line) => `Nov 24 02:43:28 web-01 audispd: ${line.replace('\u001d', '#035')}`)
  ),
  'behind the prefix of RFC 5424, which names the host': toBytes(
    written.map(
      (line) => `<13>1 2026-11-24T02:43:28.764Z web-01 audispd 77 - - node=web-01 ${line}`
    )
  ),
  'as the kernel writes it to its own log': toBytes(written.map(toKernelLine)),
  'as dmesg shows it': toBytes(
    written.map((line) => `[ 1234.567890] audit: ${toKernelLine(line)}`)
  ),
  'as journalctl shows the log of the kernel': toBytes(
    written.map((line) => `Nov 24 02:43:28 web-01 kernel: audit: ${toKernelLine(line)}`)
  ),
  'as journalctl gives it as JSON': toBytes(
    written.map((line) => {
      const [, type = '', seconds = '', millis = '', serial = '', fields = ''] =
        /^type=(\S+) msg=audit\((\d+)\.(\d+):(\d+)\): ?(.*)$/s.exec(line) ?? [];
      return JSON.stringify({
        _HOSTNAME: 'web-01',
        _AUDIT_TYPE_NAME: type,
        _AUDIT_ID: serial,
        _SOURCE_REALTIME_TIMESTAMP: `${seconds}${millis}000`,
        MESSAGE: `${type} ${fields}`,
      });
    })
  ),
  'as the log of the kernel in the journal, as JSON': toBytes(
    written.map((line) => JSON.stringify({ MESSAGE: `audit: ${toKernelLine(line)}` }))
  ),
  'with types that auditd was too old for': toBytes(
    written.map((line) => line.replace('type=PROCTITLE', 'type=UNKNOWN[1327]'))
  ),
  'with quoted values': toBytes(
    written.map((line) =>
      isOf('SYSCALL', line) ? line.replace(/ (\w+)=([\w()]+)(?= )/g, ' $1="$2"') : line
    )
  ),
  'of an architecture whose calls are not known': toBytes(
    written
      // Which call failed can't be told there.
      .map((line) =>
        line.replace(
          'arch=c000003e syscall=59 success=yes',
          'arch=c0000042 syscall=777 success=yes'
        )
      )
  ),
  'with the newest record first': toBytes([...written].reverse()),
  'as ausearch shows it': toBytes(
    groupBy(written, toHead).flatMap((records) => [
      '----',
      'time->Tue Nov 24 02:43:28 2026',
      ...[...records].reverse(),
    ])
  ),
  'sorted as text': toBytes([...written].sort()),
  'sorted as text, downwards': toBytes([...written].sort().reverse()),
  'with all records in any order': toBytes(shuffle(written)),
  'with each record twice, as two collectors deliver it': toBytes(
    written.flatMap((line) => [line, line])
  ),
  'with an unfinished line at its end': Buffer.concat([
    toBytes(written),
    Buffer.from('type=SYSCALL msg=audit(17954'),
  ]),
};

const expected = read(toBytes(written));

it('reads what the journal tells of audit records, which have no serial number there', () => {
  const lines = written.map((line) => {
    const [, type = '', fields = ''] = /^type=(\S+) msg=[^ ]+ (.*)$/s.exec(line) ?? [];
    return `Nov 24 02:43:28 web-01 audit[31190]: ${type} ${fields}`;
  });
  const options = { index: 'events', hostId: 'host', hostName: 'web-01', agentId: 'agent' };
  const readAt = Date.parse('2026-11-30T00:00:00Z');
  const reader = createAuditReader({ ...options, processes, readAt });
  const events = [...reader.push(toBytes(lines)), ...reader.flush()];
  expect(events.length).toBe(expected.events.length);
  expect(searchEvents(query, events).length).toBe(expected.matches.length);
  expect(events[0]?.source['@timestamp']).toBe('2026-11-24T02:43:28.000Z');
});

it('has matches', () => {
  expect(expected.matches.length).toBeGreaterThan(0);
});

it.each(Object.entries(FORMS))('is read the same %s', (_, bytes) => {
  expect(read(bytes)).toEqual(expected);
});
