/**
 * Made-up process events in the shape that Elastic Defend writes: nested, about 3.4 kB, mostly things no rule looks at.
 * 4 % match the shipped rule, 6 % miss it by one clause, the rest is what a server does all day.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Random } from '../eql/random';

const MATCHES_PERCENT = 4;
const NEAR_MISSES_PERCENT = 6;
const BATCH = 500;
const FIRST_TIME = Date.UTC(2026, 2, 1);
const HOSTS = 50;

const SERVERS = [
  '/usr/sbin/nginx',
  '/usr/sbin/apache2',
  '/usr/local/sbin/nginx',
  '/usr/sbin/php-fpm8.3',
  '/usr/sbin/lighttpd',
  '/usr/local/bin/caddy',
  '/srv/tomcat/bin/catalina.sh',
];
const SHELLS = ['/usr/bin/dash', '/usr/bin/bash', '/bin/sh', '/usr/bin/zsh'];
const RECONNAISSANCE = ['id', 'whoami', 'uname', 'hostname', 'pwd', 'cat', 'ip', 'curl', 'wget'];
const PARENTS = [
  '/usr/lib/systemd/systemd',
  '/usr/sbin/cron',
  '/usr/bin/bash',
  '/usr/sbin/sshd',
  '/usr/bin/containerd-shim-runc-v2',
  '/opt/agent/bin/supervisor',
];
const ROUTINE: readonly (readonly [executable: string, ...args: string[]])[] = [
  ['/usr/bin/ls', 'ls', '-l', '/srv'],
  ['/usr/bin/find', 'find', '/var/cache', '-mtime', '+7', '-delete'],
  ['/usr/sbin/logrotate', 'logrotate', '/etc/logrotate.conf'],
  ['/usr/bin/python3.12', 'python3', '/opt/app/manage.py', 'clearsessions'],
  ['/usr/bin/git', 'git', 'gc', '--auto'],
  ['/usr/bin/systemctl', 'systemctl', 'is-active', 'nginx'],
  ['/usr/bin/apt-get', 'apt-get', '-qq', 'update'],
  ['/usr/bin/node', 'node', '--enable-source-maps', '/srv/web/server.js'],
  ['/usr/bin/bash', 'bash', '-c', 'df -h'],
  ['/usr/bin/curl', 'curl', '-fsS', 'http://127.0.0.1:8080/health'],
];

interface Started {
  readonly executable: string;
  readonly args: readonly string[];
  readonly parent: string;
  readonly action: string;
}

/**
 * Writes events to a file, one per line; the same seed writes the same.
 * @returns bytes written
 */
export const writeEvents = (path: string, count: number, seed: number): number => {
  const random = new Random(seed);
  const file = openSync(path, 'w');
  let bytes = 0;
  try {
    for (let written = 0; written < count; written += BATCH) {
      const numbers = Array.from(
        { length: Math.min(BATCH, count - written) },
        (_, index) => written + index
      );
      bytes += writeSync(
        file,
        numbers.map((number) => `${JSON.stringify(toEvent(number, random))}\n`).join('')
      );
    }
  } finally {
    closeSync(file);
  }
  return bytes;
};

const toStarted = (random: Random): Started => {
  const chance = random.below(100);
  if (chance >= MATCHES_PERCENT + NEAR_MISSES_PERCENT) {
    const [executable, ...args] = random.pick(ROUTINE);
    return {
      executable,
      args,
      parent: random.pick(PARENTS),
      action: random.pick(['exec', 'exec', 'fork', 'end']),
    };
  }
  const match: Started = {
    executable: random.pick(SHELLS),
    args: ['sh', '-c', random.pick(RECONNAISSANCE)],
    parent: random.pick(SERVERS),
    action: 'exec',
  };
  return chance < MATCHES_PERCENT ? match : { ...match, ...random.pick(toMisses(match, random)) };
};

/** One clause off each. */
const toMisses = ({ args }: Started, random: Random): Partial<Started>[] => [
  { parent: random.pick(PARENTS) },
  { args: [...args.slice(0, 2), `${args[2] ?? ''} /etc/hosts`] },
  { executable: '/usr/bin/identify', args: ['identify', 'upload.png'] },
  { action: 'fork' },
];

const toHex = (length: number, random: Random): string => {
  let hex = '';
  while (hex.length < length) hex += random.below(0xffff_ffff).toString(16).padStart(8, '0');
  return hex.slice(0, length);
};

const toName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const toUser = (id: number, name: string) => ({ user: { id, name }, group: { id, name } });

const toLeader = (random: Random) => ({
  args: ['/sbin/init'],
  args_count: 1,
  entity_id: toHex(64, random),
  executable: '/usr/lib/systemd/systemd',
  interactive: false,
  name: 'systemd',
  pid: 1,
  same_as_process: false,
  start: '2026-02-01T00:00:00.000Z',
  working_directory: '/',
  ...toUser(0, 'root'),
});

const toHost = (number: number) => ({
  architecture: 'x86_64',
  hostname: `web-${number}`,
  id: toHex(32, new Random(number)),
  ip: [`10.1.${number}.7`, '127.0.0.1', '::1'],
  mac: [`02-42-0a-01-${number.toString(16).padStart(2, '0')}-07`],
  name: `web-${number}`,
  os: {
    Ext: { variant: 'Debian' },
    family: 'debian',
    full: 'Debian 12.9',
    kernel: '6.1.0-31-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.128-1',
    name: 'Linux',
    platform: 'debian',
    type: 'linux',
    version: '12.9',
  },
});

const toEvent = (number: number, random: Random) => {
  const { executable, args, parent, action } = toStarted(random);
  const time = new Date(FIRST_TIME + number * 700 + random.below(700)).toISOString();
  const host = toHost(random.below(HOSTS));
  return {
    '@timestamp': time,
    agent: { id: host.id, type: 'endpoint', version: '8.17.3' },
    data_stream: { dataset: 'endpoint.events.process', namespace: 'default', type: 'logs' },
    ecs: { version: '8.10.0' },
    elastic: { agent: { id: host.id } },
    event: {
      action,
      agent_id_status: 'verified',
      category: ['process'],
      created: time,
      dataset: 'endpoint.events.process',
      id: `N${toHex(18, random)}`,
      ingested: time,
      kind: 'event',
      module: 'endpoint',
      outcome: 'unknown',
      sequence: number + 1,
      type: [action === 'end' ? 'end' : 'start'],
    },
    host,
    message: 'Endpoint process event',
    process: {
      Ext: { ancestry: Array.from({ length: 4 }, () => toHex(64, random)) },
      args,
      args_count: args.length,
      command_line: args.join(' '),
      entity_id: toHex(64, random),
      entry_leader: toLeader(random),
      executable,
      group_leader: toLeader(random),
      hash: { md5: toHex(32, random), sha1: toHex(40, random), sha256: toHex(64, random) },
      interactive: false,
      name: toName(executable),
      parent: {
        args: [parent],
        args_count: 1,
        command_line: parent,
        entity_id: toHex(64, random),
        executable: parent,
        interactive: false,
        name: toName(parent),
        pid: random.below(400_000),
        start: '2026-02-28T00:00:00.000Z',
        user: { id: 33, name: 'www-data' },
      },
      pid: random.below(400_000),
      session_leader: toLeader(random),
      start: time,
      working_directory: '/var/www/html',
      ...toUser(33, 'www-data'),
    },
    user: { Ext: { real: { id: 33, name: 'www-data' } }, id: 33, name: 'www-data' },
    group: { id: 33, name: 'www-data' },
  };
};
