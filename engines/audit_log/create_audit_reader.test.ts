import { describe, expect, it } from 'vitest';
import { createAuditReader } from './create_audit_reader';
import type { AuditReader } from './create_audit_reader';
import type { AuditReaderOptions } from './create_audit_reader';
import { readAuditLines, toAuditLog } from './read_audit_lines.fixture';
import { writeAuditRecords } from './write_audit_records.fixture';
import type { WrittenExec } from './write_audit_records.fixture';

const createReader = (options: Partial<AuditReaderOptions> = {}): AuditReader =>
  createAuditReader({
    index: 'logs-endpoint.events.process-default',
    hostId: 'host-1',
    hostName: 'web-01',
    agentId: 'agent-1',
    ...options,
  });

const whoami: WrittenExec = { serial: 7, args: ['sh', '-c', 'whoami'] };

describe('the event of one exec', () => {
  it('has the fields Elastic Defend writes', () => {
    const reader = createReader({ labels: { recording: 'true' } });
    const lines = writeAuditRecords({ ...whoami, tty: 'pts3' });
    expect([...reader.push(toAuditLog(lines)), ...reader.flush()]).toEqual([
      {
        index: 'logs-endpoint.events.process-default',
        id: '4a1796ac4935-mwu3bkho-7',
        source: {
          '@timestamp': '2026-11-24T02:43:28.764Z',
          agent: { id: 'agent-1', type: 'endpoint' },
          event: {
            id: '4a1796ac4935-mwu3bkho-7',
            kind: 'event',
            category: ['process'],
            type: ['start'],
            action: 'exec',
            sequence: 7,
            module: 'endpoint',
            dataset: 'endpoint.events.process',
          },
          host: { id: 'host-1', name: 'web-01', os: { type: 'linux' } },
          user: { id: '33', name: 'www-data' },
          group: { id: '33', name: 'www-data' },
          process: {
            pid: 500,
            entity_id: '4a1796ac4935-dw-mwu3bkho',
            start: '2026-11-24T02:43:28.764Z',
            executable: '/usr/bin/dash',
            name: 'dash',
            args: ['sh', '-c', 'whoami'],
            args_count: 3,
            command_line: 'sh -c whoami',
            working_directory: '/srv/www',
            interactive: true,
            tty: { char_device: { major: 136, minor: 3 } },
            user: { id: '33', name: 'www-data' },
            real_user: { id: '33', name: 'www-data' },
            saved_user: { id: '33', name: 'www-data' },
            group: { id: '33', name: 'www-data' },
            parent: { pid: 400 },
          },
          data_stream: { type: 'logs', dataset: 'endpoint.events.process', namespace: 'default' },
          labels: { recording: 'true' },
        },
      },
    ]);
  });

  it('is the same each time the log is read, and another for each exec', () => {
    const lines = [...writeAuditRecords(whoami), ...writeAuditRecords({ ...whoami, serial: 8 })];
    const ids = readAuditLines(lines).events.map(({ event }) => event.id);
    expect(readAuditLines(lines).events.map(({ event }) => event.id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  it('takes user names from the host when the log is RAW', () => {
    const lines = writeAuditRecords({ ...whoami, enriched: false });
    expect(readAuditLines(lines).events[0]?.user).toEqual({ id: '33' });
    const userNames = new Map([[33, 'www-data']]);
    expect(readAuditLines(lines, { userNames }).events[0]?.user).toEqual({
      id: '33',
      name: 'www-data',
    });
  });

  it('has no name for a user auditd does not know', () => {
    const lines = writeAuditRecords(whoami).map((line) =>
      line.replace('EUID="www-data"', 'EUID="unknown(33)"')
    );
    expect(readAuditLines(lines).events[0]?.user).toEqual({ id: '33' });
  });

  it('names a program as it was called before its file was deleted, and labels it', () => {
    const lines = writeAuditRecords({ ...whoami, exe: '/tmp/.x (deleted)' });
    expect(readAuditLines(lines).events[0]).toMatchObject({
      process: { executable: '/tmp/.x', name: '.x' },
      labels: { executable_deleted: 'true' },
    });
  });

  it('labels a parent whose program was replaced while it runs', () => {
    const server = { serial: 6, pid: 400, args: ['nginx'], exe: '/usr/sbin/nginx (deleted)' };
    const lines = [...writeAuditRecords(server), ...writeAuditRecords(whoami)];
    expect(readAuditLines(lines).events[1]).toMatchObject({
      process: { parent: { executable: '/usr/sbin/nginx', name: 'nginx' } },
      labels: { parent_executable_deleted: 'true' },
    });
  });

  it('does without a folder the kernel could not name', () => {
    const lines = writeAuditRecords(whoami).map((line) =>
      line.replace('cwd="/srv/www"', 'cwd=(null)')
    );
    expect(readAuditLines(lines).events[0]?.process).not.toHaveProperty('working_directory');
  });
});

describe('what counts as an exec', () => {
  it.each([
    ['execveat', { syscall: 322 }],
    ['x32', { syscall: 0x4000_0000 + 520 }],
    ['a 32-bit program', { arch: '40000003', syscall: 11 }],
  ])('%s does', (_what, call) => {
    expect(readAuditLines(writeAuditRecords({ ...whoami, ...call })).events).toHaveLength(1);
  });

  it('a failed one does not', () => {
    const { events, stats } = readAuditLines(writeAuditRecords({ ...whoami, success: false }));
    expect(events).toEqual([]);
    expect(stats).toMatchObject({ execs: 0, failedExecs: 1, malformedLines: 0 });
  });

  it('other system calls do not', () => {
    const { events, stats } = readAuditLines(writeAuditRecords({ ...whoami, syscall: 257 }));
    expect(events).toEqual([]);
    expect(stats).toMatchObject({ execs: 0, failedExecs: 0, malformedLines: 0 });
  });
});

describe('records to events', () => {
  it('parts events whose records interleave', () => {
    const one = writeAuditRecords(whoami);
    const other = writeAuditRecords({ serial: 8, args: ['id'], pid: 501, cwd: '/tmp' });
    const mixed = one.flatMap((line, index) => [line, other[index] ?? '']);
    expect(readAuditLines(mixed).events).toMatchObject([
      {
        event: { sequence: 7 },
        process: { args: ['sh', '-c', 'whoami'], working_directory: '/srv/www' },
      },
      { event: { sequence: 8 }, process: { args: ['id'], working_directory: '/tmp' } },
    ]);
  });

  it('reads the title where the arguments are not logged, and says so', () => {
    const lines = writeAuditRecords(whoami).filter((line) => !line.includes('type=EXECVE'));
    expect(readAuditLines(lines).events).toMatchObject([
      {
        process: { args: ['sh', '-c', 'whoami'] },
        labels: { args_problem: 'no EXECVE record, arguments are from PROCTITLE' },
      },
    ]);
  });

  it('says when arguments are missing', () => {
    const lines = writeAuditRecords(whoami).map((line) => line.replace('argc=3', 'argc=5'));
    const { events, stats } = readAuditLines(lines);
    expect(events[0]?.labels).toEqual({ args_problem: 'argc is 5, 3 in the log' });
    expect(stats.incompleteArgs).toBe(1);
  });

  it('takes the same serial number at another time for another event', () => {
    const lines = [
      ...writeAuditRecords({ ...whoami, withoutTitle: true }),
      ...writeAuditRecords({ ...whoami, time: '1795488208.900', args: ['id'] }),
    ];
    expect(readAuditLines(lines).events.map(({ process }) => process.args)).toEqual([
      ['sh', '-c', 'whoami'],
      ['id'],
    ]);
  });

  it('counts arguments whose exec is not in the log', () => {
    const { events, stats } = readAuditLines(writeAuditRecords(whoami).slice(1));
    expect(events).toEqual([]);
    expect(stats.strayRecords).toBe(1);
  });
});

describe('a log of several machines', () => {
  it('keeps pids and serial numbers of its nodes apart', () => {
    const web = writeAuditRecords({
      ...whoami,
      node: 'web-01',
      pid: 400,
      args: ['nginx'],
      exe: '/usr/sbin/nginx',
    });
    const db = writeAuditRecords({ ...whoami, node: 'db-01' });
    const { events } = readAuditLines(web.flatMap((line, index) => [line, db[index] ?? '']));
    expect(events).toMatchObject([
      { host: { id: 'host-1/db-01', name: 'db-01' }, process: { pid: 500, parent: { pid: 400 } } },
      { host: { id: 'host-1', name: 'web-01' }, process: { pid: 400 } },
    ]);
    expect(events[0]?.process.parent).toEqual({ pid: 400 });
  });

  it('stays in bounds when the node is another in each line', () => {
    const lines = Array.from({ length: 500 }, (_, node) =>
      writeAuditRecords({ ...whoami, node: `node-${node}` })
    ).flat();
    expect(readAuditLines(lines).events).toHaveLength(500);
  });
});

describe('lines that are wrong', () => {
  it('are counted with their numbers, and reading goes on', () => {
    const good = writeAuditRecords(whoami);
    const { events, stats } = readAuditLines([
      'garbage',
      '',
      'type=SYSCALL msg=audit(1795488208.764:9): arch=c000003e syscall=59 success=yes pid=1',
      ...good,
      'type=SYSCALL msg=audit(broken',
    ]);
    expect(events).toHaveLength(1);
    expect(stats).toMatchObject({
      lines: 4 + good.length,
      malformedLines: 3,
      malformed: [
        { line: 1, problem: 'no_audit_record' },
        { line: 3, problem: 'incomplete_syscall' },
        { line: 4 + good.length, problem: 'no_audit_record' },
      ],
    });
  });

  it('are not all kept when there are many', () => {
    const { stats } = readAuditLines(Array<string>(5_000).fill('x'));
    expect(stats.malformedLines).toBe(5_000);
    expect(stats.malformed).toHaveLength(20);
  });

  it('do no harm when they are random bytes', () => {
    const reader = createReader();
    let seed = 7;
    const bytes = Buffer.from(
      Array.from({ length: 200_000 }, () => (seed = (seed * 1103515245 + 12345) % 2147483648) >> 16)
    );
    const good = toAuditLog(writeAuditRecords(whoami));
    reader.push(bytes);
    reader.push(Buffer.concat([Buffer.from('\n'), good]));
    expect(reader.flush()).toHaveLength(1);
  });

  it('do no harm when a good log is cut anywhere', () => {
    const text = toAuditLog(writeAuditRecords(whoami)).toString();
    for (let length = 0; length < text.length; length++) {
      const reader = createReader();
      reader.push(Buffer.from(text.slice(0, length)));
      expect(reader.flush().length).toBeLessThanOrEqual(1);
    }
  });

  it('of enormous length are passed over', () => {
    const long = `type=EXECVE msg=audit(1795488208.764:7): argc=1 a0="${'x'.repeat(200_000)}"`;
    const { events, stats } = readAuditLines([long, ...writeAuditRecords(whoami)]);
    expect(events).toHaveLength(1);
    expect(stats.malformed).toEqual([{ line: 1, problem: 'too_long' }]);
  });
});
