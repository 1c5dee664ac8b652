import { describe, expect, it } from 'vitest';
import { readAuditLines } from '../read_audit_lines.fixture';
import type { RunningProcess } from './running_process';
import { writeAuditRecords } from '../write_audit_records.fixture';
import type { WrittenExec } from '../write_audit_records.fixture';

const START = 1795488200;
const at = (seconds: number): string => (START + seconds).toFixed(3);

const listed = (
  pid: number,
  parentPid: number,
  program: Partial<RunningProcess> = {}
): RunningProcess => ({
  pid,
  parentPid,
  executable: '/usr/sbin/apache2',
  comm: 'apache2',
  args: ['apache2', '-k', 'start'],
  workingDirectory: '/',
  user: { id: '33', name: 'www-data' },
  startedAt: START * 1000,
  ...program,
});

const read = (
  execs: readonly Omit<WrittenExec, 'serial'>[],
  options: Parameters<typeof readAuditLines>[1] = {}
): ReturnType<typeof readAuditLines>['events'] =>
  readAuditLines(
    execs.flatMap((exec, index) => writeAuditRecords({ serial: 1000 + index, ...exec })),
    options
  ).events;

describe('a parent the log or the list knows', () => {
  it('is the process listed at the start', () => {
    const [event] = read([{ args: ['sh', '-c', 'id'], ppid: 400, time: at(1) }], {
      processes: [listed(399, 1), listed(400, 399)],
    });
    expect(event?.process.parent).toMatchObject({
      pid: 400,
      executable: '/usr/sbin/apache2',
      args: ['apache2', '-k', 'start'],
      user: { id: '33', name: 'www-data' },
    });
    expect(event?.process.Ext?.ancestry).toHaveLength(2);
    expect(event?.labels).toBeUndefined();
  });

  it('is what ran last in its process', () => {
    const events = read([
      { args: ['env', 'python3'], exe: '/usr/bin/env', pid: 500, time: at(1) },
      { args: ['python3'], exe: '/usr/bin/python3.11', pid: 500, time: at(1.1) },
      { args: ['id'], exe: '/usr/bin/id', pid: 501, ppid: 500, time: at(1.2) },
    ]);
    expect(events[1]?.process.entity_id).toBe(events[0]?.process.entity_id);
    expect(events[2]?.process.parent).toMatchObject({
      executable: '/usr/bin/python3.11',
      entity_id: events[0]?.process.entity_id,
    });
  });

  it('is the first process only if that is known', () => {
    const orphan = { args: ['sleep', '1'], ppid: 1, time: at(1) };
    expect(read([orphan])[0]?.process.parent).toEqual({ pid: 1 });
    const systemd = listed(1, 0, { executable: '/usr/lib/systemd/systemd' });
    expect(read([orphan], { processes: [systemd] })[0]?.process.parent).toMatchObject({
      pid: 1,
      executable: '/usr/lib/systemd/systemd',
    });
  });

  it('is who adopted it when its own has ended, whatever memory it shares', () => {
    const dash = { registers: ['5642d29ac9a8', '7ffee2b89a00', '7ffee2b8c888'] as const };
    const adopters = [
      listed(1, 0, { executable: '/usr/lib/systemd/systemd' }),
      listed(90, 1, { executable: '/usr/bin/containerd-shim-runc-v2' }),
    ];
    const events = read(
      [
        { args: ['sh', 'x.sh'], pid: 500, ppid: 90, time: at(1) },
        { args: ['sleep', '1'], exe: '/usr/bin/sleep', pid: 501, ppid: 500, time: at(2), ...dash },
        { args: ['id'], exe: '/usr/bin/id', pid: 502, ppid: 1, time: at(90), ...dash },
        { args: ['id'], exe: '/usr/bin/id', pid: 503, ppid: 90, time: at(91), ...dash },
      ],
      { processes: adopters }
    );
    expect(events.map(({ process }) => process.parent.executable).slice(2)).toEqual([
      '/usr/lib/systemd/systemd',
      '/usr/bin/containerd-shim-runc-v2',
    ]);
  });

  it('is not a process that started later under the same pid', () => {
    const later = listed(400, 1, { startedAt: (START + 60) * 1000 });
    const [event] = read([{ args: ['id'], ppid: 400, time: at(1) }], { processes: [later] });
    expect(event?.process.parent).toEqual({ pid: 400 });
  });

  it('ends a list that is a circle', () => {
    const [event] = read([{ args: ['id'], ppid: 400, time: at(1) }], {
      processes: [listed(400, 401), listed(401, 400)],
    });
    expect(event?.process.Ext?.ancestry.length).toBeLessThanOrEqual(21);
  });
});

describe('a pid that is used again', () => {
  const worker = '7fa629def031';
  const fork = { registers: [worker, '7ffee2b89a00', '55870ede3850'] as const, ppid: 400 };
  const processes = [listed(400, 1)];

  it('is a new process when another parent starts it', () => {
    const events = read([
      { args: ['id'], pid: 500, ppid: 400, time: at(1) },
      { args: ['id'], pid: 500, ppid: 410, time: at(2) },
    ]);
    expect(events[1]?.process.entity_id).not.toBe(events[0]?.process.entity_id);
  });

  it('is a new process when the same worker forks it', () => {
    const events = read(
      [
        { args: ['id'], pid: 499, time: at(1), ...fork },
        { args: ['id'], pid: 500, time: at(1), ...fork },
        { args: ['id'], pid: 500, time: at(30), ...fork },
      ],
      { processes }
    );
    expect(events[2]?.process.entity_id).not.toBe(events[1]?.process.entity_id);
  });

  it('is a new process when a different program execs long after', () => {
    const events = read([
      { args: ['id'], exe: '/usr/bin/id', pid: 500, time: at(1) },
      { args: ['ls'], exe: '/usr/bin/ls', pid: 500, time: at(1000) },
    ]);
    expect(events[1]?.process.entity_id).not.toBe(events[0]?.process.entity_id);
  });

  it('is the worker that got it, not the command that had it before', () => {
    const events = read(
      [
        { args: ['sh'], pid: 499, time: at(1), ...fork },
        { args: ['tail'], exe: '/usr/bin/tail', pid: 600, ppid: 499, time: at(2) },
        { args: ['sh'], pid: 700, time: at(90), ...fork, ppid: 600 },
      ],
      { processes }
    );
    expect(events[2]?.process.parent).toMatchObject({ pid: 600, executable: '/usr/sbin/apache2' });
    expect(events[2]?.labels).toEqual({ parent_guess: 'memory_layout' });
  });

  it('stays with the process whose forks exec before it does itself', () => {
    const bash = { registers: ['5642d29ac9a8', '5642d29ac9b8', '5642d29ac9c8'] as const };
    const events = read([
      {
        args: ['bash', '-c', 'id; exec ls'],
        exe: '/usr/bin/bash',
        pid: 500,
        ppid: 400,
        time: at(1),
      },
      { args: ['id'], exe: '/usr/bin/id', pid: 501, ppid: 500, time: at(3), ...bash },
      { args: ['ls'], exe: '/usr/bin/ls', pid: 500, ppid: 400, time: at(5), ...bash },
    ]);
    expect(events[2]?.process.entity_id).toBe(events[0]?.process.entity_id);
  });
});

describe('a parent that never exec’ed', () => {
  const apache = { registers: ['7fa629def031', '7ffee2b89a00', '7ffee2b8c888'] as const };

  it('is a fork of the program whose memory it shares', () => {
    const processes = [listed(399, 1), listed(400, 399)];
    const events = read(
      [
        { args: ['sh', '-c', 'ls'], ppid: 400, pid: 500, time: at(1), ...apache },
        { args: ['sh', '-c', 'id'], ppid: 450, pid: 501, time: at(2), ...apache },
      ],
      { processes }
    );
    const [first, second] = events;
    expect(second?.process.parent).toMatchObject({ pid: 450, executable: '/usr/sbin/apache2' });
    expect(second?.labels).toEqual({ parent_guess: 'memory_layout' });
    // A worker beside the known one: same master, so same ancestors from there on.
    expect(second?.process.Ext?.ancestry.slice(1)).toEqual(first?.process.Ext?.ancestry.slice(1));
  });

  it('keeps its identity for all it starts', () => {
    const events = read(
      [
        { args: ['a'], ppid: 400, pid: 500, time: at(1), ...apache },
        { args: ['b'], ppid: 450, pid: 501, time: at(2), ...apache },
        { args: ['c'], ppid: 450, pid: 502, time: at(3), ...apache },
      ],
      { processes: [listed(400, 1)] }
    );
    expect(events[2]?.process.parent.entity_id).toBe(events[1]?.process.parent.entity_id);
    expect(events[2]?.labels).toEqual({ parent_guess: 'memory_layout' });
  });

  it('is known from an exec it tried in vain', () => {
    const events = read(
      [
        { args: [], success: false, exe: '/usr/sbin/apache2', pid: 450, ppid: 400, time: at(1) },
        { args: ['id'], pid: 501, ppid: 450, time: at(1.1) },
      ],
      { processes: [listed(400, 1)] }
    );
    expect(events[0]?.process.parent).toMatchObject({ pid: 450, executable: '/usr/sbin/apache2' });
    expect(events[0]?.labels).toEqual({ parent_guess: 'failed_exec' });
  });

  it('is known from a record of user space', () => {
    const time = at(1);
    const { events } = readAuditLines(
      [
        `type=USER_ACCT msg=audit(${time}:1): pid=450 uid=0 auid=4294967295 ses=4294967295 ` +
          `msg='op=PAM:accounting acct="www-data" exe="/usr/sbin/cron" res=success'\u001dUID="root" AUID="unset"`,
        `type=LOGIN msg=audit(${time}:2): pid=450 uid=0 old-auid=4294967295 auid=33 tty=(none) res=1`,
        ...writeAuditRecords({
          serial: 3,
          args: ['/bin/sh', '-c', 'php cron.php'],
          ppid: 450,
          time,
        }),
      ],
      { processes: [listed(402, 1, { executable: '/usr/sbin/cron', args: ['cron', '-f'] })] }
    );
    expect(events[0]?.process.parent).toMatchObject({
      executable: '/usr/sbin/cron',
      args: ['cron', '-f'],
      user: { id: '0', name: 'root' },
    });
    expect(events[0]?.labels).toEqual({ parent_guess: 'user_record' });
  });

  it('is the program next to it where nothing better is known', () => {
    const events = read([
      { args: ['sh', 'plugin'], pid: 500, ppid: 400, time: at(1) },
      { args: ['cut'], exe: '/usr/bin/cut', pid: 502, ppid: 501, time: at(1.1) },
    ]);
    expect(events[1]?.process.parent).toMatchObject({ pid: 501, executable: '/usr/bin/dash' });
    expect(events[1]?.labels).toEqual({ parent_guess: 'neighbour' });
  });

  it('is what started the same before, after a restart changed all addresses', () => {
    const events = read(
      [
        { args: ['sh', '-c', 'ls'], ppid: 400, pid: 500, time: at(1), ...apache },
        { args: ['cat'], exe: '/usr/bin/cat', ppid: 500, pid: 501, time: at(1.1) },
        { args: ['sh', '-c', 'id'], ppid: 502, pid: 503, time: at(2) },
      ],
      { processes: [listed(400, 1)] }
    );
    expect(events[2]?.process.parent).toMatchObject({ pid: 502, executable: '/usr/sbin/apache2' });
    expect(events[2]?.labels).toEqual({ parent_guess: 'precedent' });
  });

  it('is a worker of the server that started shortly before it', () => {
    const server = { args: ['apache2', '-k', 'start'], exe: '/usr/sbin/apache2', uid: 0, cwd: '/' };
    const events = read([
      { ...server, pid: 440, ppid: 430, time: at(1) },
      { args: ['sh', '-c', 'id'], pid: 900, ppid: 445, time: at(3600) },
    ]);
    expect(events[1]?.process.parent).toMatchObject({ pid: 445, executable: '/usr/sbin/apache2' });
    expect(events[1]?.labels).toEqual({ parent_guess: 'neighbour' });
  });

  it('is no program that started the same by an exec of its own', () => {
    const php = { args: ['php', '-r', 'system("id");'], exe: '/usr/bin/php8.2' };
    const events = read(
      [
        { args: ['sh', '-c', 'ls'], ppid: 400, pid: 500, time: at(1), ...apache },
        { ...php, ppid: 500, pid: 501, time: at(1.1) },
        { args: ['sh', '-c', 'id'], ppid: 501, pid: 502, time: at(1.2) },
        { args: ['sh', '-c', 'id'], ppid: 600, pid: 601, time: at(9) },
      ],
      { processes: [listed(400, 1)] }
    );
    expect(events[3]?.process.parent).toMatchObject({ pid: 600, executable: '/usr/sbin/apache2' });
    expect(events[3]?.labels).toEqual({ parent_guess: 'precedent' });
  });

  it('is a shell next to it, even one that starts something for the first time', () => {
    const events = read([
      { args: ['sh', 'page.cgi'], pid: 495, time: at(1) },
      { args: ['ls'], exe: '/usr/bin/ls', pid: 496, ppid: 495, time: at(1.1) },
      { args: ['bash', 'page.cgi'], exe: '/usr/bin/bash', pid: 500, time: at(1.2) },
      { args: ['id'], exe: '/usr/bin/id', pid: 502, ppid: 501, time: at(2) },
    ]);
    expect(events[3]?.process.parent).toMatchObject({ pid: 501, executable: '/usr/bin/bash' });
    expect(events[3]?.labels).toEqual({ parent_guess: 'neighbour' });
  });

  const root = { id: '0', name: 'root' };
  const nginx = { executable: '/usr/sbin/nginx', comm: 'nginx' };
  const php = { executable: '/usr/sbin/php-fpm8.2', comm: 'php-fpm8.2' };

  it('is a worker of the one listed server that had none', () => {
    const [event] = read([{ args: ['sh', '-c', 'id'], ppid: 900, pid: 901, time: at(60) }], {
      processes: [
        listed(400, 1, { ...nginx, user: root }),
        listed(401, 400, nginx),
        listed(410, 1, { ...php, user: root }),
        listed(420, 1, { executable: '/usr/bin/bash', user: root }),
      ],
    });
    expect(event?.process.parent).toMatchObject({ pid: 900, executable: '/usr/sbin/php-fpm8.2' });
    expect(event?.labels).toEqual({ parent_guess: 'sole_server' });
  });

  it('is no shell whose forks lie elsewhere in memory', () => {
    const events = read([
      { args: ['bash', 'a.cgi'], exe: '/usr/bin/bash', pid: 500, time: at(1) },
      { args: ['sh', 'b.cgi'], pid: 501, time: at(1) },
      {
        args: ['cat'],
        exe: '/usr/bin/cat',
        pid: 502,
        ppid: 501,
        time: at(1.1),
        registers: ['55f749ddfa30', '55f749ddf940', '55f749ddf950'],
      },
      {
        args: ['id'],
        exe: '/usr/bin/id',
        pid: 504,
        ppid: 503,
        time: at(1.1),
        registers: ['56394e7c7190', '56394e7c7a90', '56394e7c1e40'],
      },
    ]);
    expect(events[3]?.process.parent).toMatchObject({ pid: 503, executable: '/usr/bin/bash' });
  });

  it('is a shell rather than an interpreter nearer to it', () => {
    const perl = { args: ['perl', 'b.cgi'], exe: '/usr/bin/perl' };
    const events = read([
      { ...perl, pid: 490, time: at(0.9) },
      { args: ['sh', '-c', 'id'], pid: 491, ppid: 490, time: at(0.9) },
      { args: ['bash', 'd.cgi'], exe: '/usr/bin/bash', pid: 500, time: at(1) },
      { ...perl, pid: 501, time: at(1) },
      { args: ['id'], exe: '/usr/bin/id', pid: 503, ppid: 502, time: at(1.1) },
    ]);
    expect(events[4]?.process.parent).toMatchObject({ pid: 502, executable: '/usr/bin/bash' });
  });

  it('is a worker of the restarted server that has started programs before', () => {
    const admin = { uid: 0, cwd: '/root', ppid: 300 };
    const events = read(
      [
        { args: ['sh', '-c', 'date'], ppid: 411, pid: 500, time: at(1) },
        { args: ['date'], exe: '/usr/bin/date', ppid: 500, pid: 501, time: at(1) },
        { args: ['php-fpm8.2'], exe: '/usr/sbin/php-fpm8.2', pid: 502, time: at(2), ...admin },
        { args: ['nginx'], exe: '/usr/sbin/nginx', pid: 504, time: at(2.1), ...admin },
        { args: ['id'], exe: '/usr/bin/id', pid: 510, ppid: 508, time: at(3) },
      ],
      { processes: [listed(410, 1, { ...php, user: root }), listed(411, 410, php)] }
    );
    expect(events[4]?.process.parent).toMatchObject({
      pid: 508,
      executable: '/usr/sbin/php-fpm8.2',
    });
  });

  it('stays unknown where two listed servers may have forked it', () => {
    const [event] = read([{ args: ['sh', '-c', 'id'], ppid: 900, pid: 901, time: at(60) }], {
      processes: [listed(400, 1, { ...nginx, user: root }), listed(410, 1, php)],
    });
    expect(event?.process.parent).toEqual({ pid: 900 });
  });

  it('stays unknown where nothing tells', () => {
    const [event] = read([{ args: ['id'], pid: 501, ppid: 450, time: at(1) }]);
    expect(event?.process.parent).toEqual({ pid: 450 });
    expect(event?.labels).toBeUndefined();
  });

  it('is never invented for orphans', () => {
    const events = read(
      [
        { args: ['a'], ppid: 400, pid: 500, time: at(1), ...apache },
        { args: ['b'], ppid: 1, pid: 501, time: at(2), ...apache },
      ],
      { processes: [listed(400, 1)] }
    );
    expect(events[1]?.process.parent).toEqual({ pid: 1 });
  });
});

describe('on a running system', () => {
  it('asks for a parent that the log does not know, once', () => {
    const asked: number[] = [];
    const events = read(
      [
        { args: ['a'], ppid: 450, pid: 500, time: at(1) },
        { args: ['b'], ppid: 450, pid: 501, time: at(2) },
      ],
      {
        findRunningProcess: (pid) => {
          asked.push(pid);
          return listed(pid, 400);
        },
      }
    );
    expect(asked).toEqual([450]);
    expect(events[1]?.process.parent).toMatchObject({ pid: 450, executable: '/usr/sbin/apache2' });
    expect(events[1]?.labels).toBeUndefined();
  });

  it('does not take a process for the parent that started after the event', () => {
    const [event] = read([{ args: ['a'], ppid: 450, pid: 500, time: at(1) }], {
      findRunningProcess: (pid) => listed(pid, 400, { startedAt: (START + 5) * 1000 }),
    });
    expect(event?.process.parent).toEqual({ pid: 450 });
  });
});
