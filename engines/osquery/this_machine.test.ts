/** Rows of this very machine, held against independent readings of it. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLocalOsquery } from './create_local_osquery';
import type { LocalOsquery } from './local_osquery';
import type { ResultRow } from './query_outcome';

const findProgram = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(':')
    .map((directory) => `${directory}/${name}`)
    .find((path) => existsSync(path));

/** Defines a test that needs something of the machine; where it is absent, that is said and the test is skipped. */
const testWith = (
  needed: string,
  present: boolean,
  name: string,
  run: () => Promise<void>
): void => {
  if (present) return void test(name, run);
  console.warn(`SKIPPED, ${needed} is absent: ${name}`);
  test.skip(`${name} (skipped: ${needed} is absent)`, run);
};

vi.setConfig({ testTimeout: 60_000 });

let osquery: LocalOsquery;
let server: Server;
let port = 0;
beforeAll(async () => {
  osquery = createLocalOsquery({ searchPath: '' });
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  server.close();
  await osquery.close();
});

const query = async (sql: string): Promise<readonly ResultRow[]> => {
  const outcome = await osquery.run(sql, { timeoutMs: 600_000 });
  if (outcome.kind !== 'rows') throw new Error(JSON.stringify(outcome));
  return outcome.rows;
};

const hasProc = existsSync('/proc/self/stat');

testWith('/proc', hasProc, 'shows this process as the kernel and Node know it', async () => {
  const [row] = await query(`SELECT * FROM processes WHERE pid = ${process.pid}`);
  expect(row).toMatchObject({
    pid: String(process.pid),
    parent: String(process.ppid),
    uid: String(process.getuid?.()),
    gid: String(process.getgid?.()),
    euid: String(process.geteuid?.()),
    path: process.execPath,
    on_disk: '1',
    cwd: process.cwd(),
    cmdline: readFileSync('/proc/self/cmdline', 'utf8').replaceAll('\0', ' ').trim(),
  });
  const started = Date.now() / 1000 - process.uptime();
  expect(Math.abs(Number(row?.['start_time']) - started)).toBeLessThan(5);
});

testWith(
  'ps',
  findProgram('ps') !== undefined,
  'agrees with ps on every process that stays',
  async () => {
    const readPs = (): Map<string, string> =>
      new Map(
        execFileSync('ps', ['-eo', 'pid=,ppid=,ruid=,rgid=,pgid='], { encoding: 'utf8' })
          .trim()
          .split('\n')
          .map((line) => line.trim().split(/\s+/))
          .map(([pid = '', ...rest]) => [pid, rest.join(' ')])
      );
    const before = readPs();
    const rows = await query('SELECT pid, parent, uid, gid, pgroup FROM processes');
    const after = readPs();
    const ours = new Map(
      rows.map(({ pid = '', parent, uid, gid, pgroup }) => [
        pid,
        `${parent} ${uid} ${gid} ${pgroup}`,
      ])
    );
    const steady = [...before].filter(([pid, line]) => after.get(pid) === line);
    expect(steady.length).toBeGreaterThan(2);
    expect(steady.map(([pid]) => [pid, ours.get(pid)])).toEqual(steady);
  }
);

testWith('/proc', hasProc, 'finds the port this process listens on, in both tables', async () => {
  const listening = await query(
    `SELECT pid, address, port, protocol, family FROM listening_ports WHERE port = ${port}`
  );
  const expected = { pid: String(process.pid), port: String(port), protocol: '6', family: '2' };
  expect(listening).toEqual([{ ...expected, address: '127.0.0.1' }]);
  const open = await query(
    `SELECT pid, state, socket FROM process_open_sockets WHERE pid = ${process.pid} AND local_port = ${port}`
  );
  expect(open).toMatchObject([{ state: 'LISTEN' }]);
  expect(readFileSync('/proc/net/tcp', 'utf8')).toContain(` ${open[0]?.['socket']} `);
});

testWith('/proc/net/tcp', hasProc, 'lists exactly the TCP listeners of /proc/net', async () => {
  const readListeners = (): Set<string> =>
    new Set(
      ['tcp', 'tcp6'].flatMap((list) =>
        (existsSync(`/proc/net/${list}`) ? readFileSync(`/proc/net/${list}`, 'utf8') : '')
          .split('\n')
          .map((line) => line.trim().split(/\s+/))
          .filter((fields) => fields[3] === '0A')
          .map((fields) => fields[9] ?? '')
      )
    );
  const before = readListeners();
  const rows = await query("SELECT socket FROM process_open_sockets WHERE state = 'LISTEN'");
  const after = readListeners();
  const ours = new Set(rows.map(({ socket }) => socket ?? ''));
  expect([...before].filter((inode) => after.has(inode) && !ours.has(inode))).toEqual([]);
  expect([...ours].filter((inode) => !before.has(inode) && !after.has(inode))).toEqual([]);
});

testWith(
  '/etc/passwd',
  existsSync('/etc/passwd'),
  'lists the accounts of /etc/passwd',
  async () => {
    const names = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .filter((line) => /^[^#+-][^:]*:[^:]*:\d+:\d+:/.test(line))
      .map((line) => line.split(':')[0]);
    const rows = await query('SELECT username FROM users');
    expect(rows.map(({ username }) => username)).toEqual(names);
  }
);

const listCronFiles = (): string[] =>
  ['/etc/crontab', ...(existsSync('/etc/cron.d') ? readdirSync('/etc/cron.d') : []).sort()]
    .map((name) => (name.startsWith('/') ? name : `/etc/cron.d/${name}`))
    .filter((path) => existsSync(path));

testWith(
  '/etc/crontab and /etc/cron.d',
  listCronFiles().length > 0,
  'lists the jobs of the system crontabs',
  async () => {
    const jobs = listCronFiles().flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => /^\s*[\d*]/.test(line))
        .map((line) => `${path} ${line.trim().split(/\s+/).slice(0, 5).join(' ')}`)
    );
    const rows = await query(
      `SELECT path || ' ' || minute || ' ' || hour || ' ' || day_of_month || ' ' || month || ' ' || day_of_week AS at
       FROM crontab WHERE path LIKE '/etc/cron%' AND event = ''`
    );
    expect(rows.map(({ at }) => at)).toEqual(jobs);
  }
);

const sleep = findProgram('sleep');

testWith(
  'sleep',
  hasProc && sleep !== undefined,
  'shows environment, open files and program of a process we started',
  async () => {
    const file = openSync(import.meta.filename, 'r');
    const child = spawn(sleep ?? '', ['30'], {
      ...{ env: { MARK: 'a=b c', OTHER: '' }, cwd: '/' },
      stdio: ['ignore', 'ignore', 'ignore', file],
    });
    try {
      await once(child, 'spawn');
      const { pid } = child;
      const [row] = await query(
        `SELECT p.cwd, p.parent, p.cmdline, h.sha256 FROM processes p JOIN hash h ON h.path = p.path WHERE pid = ${pid}`
      );
      const digest = createHash('sha256')
        .update(readFileSync(sleep ?? ''))
        .digest('hex');
      const cmdline = `${sleep} 30`;
      expect(row).toEqual({ cwd: '/', parent: String(process.pid), cmdline, sha256: digest });
      const variables = await query(`SELECT key, value FROM process_envs WHERE pid = ${pid}`);
      expect(variables).toEqual([
        { key: 'MARK', value: 'a=b c' },
        { key: 'OTHER', value: '' },
      ]);
      const open = await query(`SELECT path FROM process_open_files WHERE pid = ${pid} AND fd = 3`);
      expect(open).toEqual([{ path: import.meta.filename }]);
    } finally {
      child.kill('SIGKILL');
      closeSync(file);
    }
  }
);

testWith(
  '/proc/mounts',
  existsSync('/proc/mounts'),
  'lists as many mounts as the kernel',
  async () => {
    const lines = readFileSync('/proc/mounts', 'utf8').trim().split('\n');
    const [row] = await query('SELECT count(*) AS mounts FROM mounts');
    expect(row).toEqual({ mounts: String(lines.length) });
  }
);
