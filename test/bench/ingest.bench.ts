/** How fast does the host take in an audit log, what does it need for it, and how soon is an alert seen? */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AlertPage } from '../../common/api/find_alerts';
import type { LogPosition } from '../../engines/audit_log/follow/log_position';
import { writeAuditRecords } from '../../engines/audit_log/write_audit_records.fixture';
import { startHost, type StartedHost } from '../start_host';
import { createLogCopies } from './create_log_copies';

/** `INGEST_EVENTS=10000000 npm run bench -- ingest` is the long form. */
const INGEST_EVENTS = Number(process.env['INGEST_EVENTS'] ?? 500_000);
const EXECS_PER_SECOND = Number(process.env['INGEST_RATE'] ?? 50_000);
const BACKLOG = Number(process.env['INGEST_BACKLOG'] ?? 500_000);
const LATENCIES = 100;
const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const WRITER = fileURLToPath(new URL('./write_log_child.ts', import.meta.url));

const count = (value: number): string => Math.round(value).toLocaleString('en');
const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
const percentile = (sorted: readonly number[], part: number): string =>
  `${(sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;

export const benchIngest = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'web-server-rce-bench-'));
  try {
    await benchCatchingUp(join(directory, 'backlog'));
    await benchKeepingUp(join(directory, 'followed'));
    await benchLatency(join(directory, 'latency'));
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const isAtEnd = ({ store }: StartedHost, log: string): boolean => {
  const { ino, size } = statSync(log);
  const position = store.events.findPosition(log) as LogPosition | undefined;
  return position?.inode === String(ino) && position.offset === size;
};

/** Not in the file being written nor in the one before it; a few more, and rotation would take unread ones away. */
const isFarBehind = ({ store }: StartedHost, log: string): boolean => {
  const position = store.events.findPosition(log) as LogPosition | undefined;
  const recent = [log, `${log}.1`].filter(existsSync).map((path) => String(statSync(path).ino));
  return position !== undefined && !recent.includes(position.inode);
};

const startFollowing = (directory: string, log: string): Promise<StartedHost> =>
  startHost(directory, { input: { kind: 'audit_log', path: log } });

/** A log that is there before the host starts: it is always behind and works as fast as it can. */
const benchCatchingUp = async (directory: string): Promise<void> => {
  const log = `${directory}.log`;
  const { head, write } = await createLogCopies(Date.now() - 60_000, 50);
  appendFileSync(log, head);
  let execs = 0;
  for (let copy = 0; execs < BACKLOG; copy += 1) {
    const written = write(copy);
    execs += written.execs;
    appendFileSync(log, written.bytes);
  }
  const { size } = statSync(log);
  console.log(`\nTaking in an audit log of ${count(execs)} execs, ${mebibytes(size)}`);
  const host = await startFollowing(directory, log);
  while (host.store.events.findPosition(log) === undefined) await delay(1);
  const { offset } = host.store.events.findPosition(log) as LogPosition;
  const part = 1 - offset / size;
  const begin = performance.now();
  const cpu = process.cpuUsage();
  while (!isAtEnd(host, log)) await delay(20);
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `${count((execs * part) / seconds)} execs/s, ` +
      `${mebibytes((size * part) / seconds)}/s, ` +
      `${((user + system) / (execs * part)).toFixed(1)} µs CPU each`
  );
  await host.stop();
  rmSync(log);
};

/** A log that is written meanwhile, by another process on the same cores. */
const benchKeepingUp = async (directory: string): Promise<void> => {
  console.log(
    `\nFollowing an audit log of ${count(INGEST_EVENTS)} execs, ${count(EXECS_PER_SECOND)} a second`
  );
  const log = `${directory}.log`;
  appendFileSync(log, '');
  const host = await startFollowing(directory, log);
  const memory: Memory[] = [];
  let waits = 0;
  const cpu = process.cpuUsage();
  const writer = startWriting(log, INGEST_EVENTS, EXECS_PER_SECOND);
  const sampler = setInterval(() => {
    memory.push(readMemory());
    const isLate = isFarBehind(host, log);
    if (isLate) waits += 1;
    writer.kill(isLate ? 'SIGSTOP' : 'SIGCONT');
  }, 1000);
  const execs = Number(await text(writer.stdout));
  const end = performance.now();
  while (!isAtEnd(host, log)) await delay(5);
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampler);
  console.log(
    `all stored ${(performance.now() - end).toFixed(0)} ms after the last was written, ` +
      `${((user + system) / execs).toFixed(1)} µs CPU each` +
      (waits > 0 ? `; it fell behind, and the writer waited ${waits} s for it` : '')
  );
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const { own = 0, mapped = 0 } = memory[Math.ceil((memory.length * tenth) / 10) - 1] ?? {};
    console.log(
      `  ${count((execs * tenth) / 10).padStart(10)} execs: ${mebibytes(own)} of its own, ` +
        `${mebibytes(mapped)} of files`
    );
  }
  await host.stop();
};

/** Bytes in memory. `mapped` are pages of files, above all of the store: the system takes them back when it needs room. */
interface Memory {
  readonly own: number;
  readonly mapped: number;
}

const readMemory = (): Memory => {
  const status = readFileSync('/proc/self/status', 'utf8');
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
  return { own: read('RssAnon'), mapped: read('RssFile') };
};

/** Says at its end how many execs it has written. */
const startWriting = (log: string, execs: number, perSecond: number) =>
  spawn(process.execPath, [RUN, WRITER, log, String(execs), String(perSecond)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** From writing the record of an exec to the alert in the answer of the page's own endpoint. */
const benchLatency = async (directory: string): Promise<void> => {
  console.log(`\nFrom exec record to visible alert, ${LATENCIES} times`);
  const log = `${directory}.log`;
  appendFileSync(log, '');
  const host = await startFollowing(directory, log);
  const times: number[] = [];
  // The first one waits for the ingest thread to start.
  for (let n = 1; n <= LATENCIES + 1; n += 1) {
    const time = (Date.now() / 1000).toFixed(3);
    const server = { exe: '/usr/sbin/nginx', args: ['nginx'], pid: 2 * n + 1000, ppid: 1 };
    const shell = { exe: '/usr/bin/dash', args: ['sh', '-c', 'whoami'], ppid: 2 * n + 1000 };
    const lines = [
      ...writeAuditRecords({ serial: 2 * n, time, ...server }),
      ...writeAuditRecords({ serial: 2 * n + 1, time, ...shell, pid: 2 * n + 1001 }),
    ];
    const begin = performance.now();
    appendFileSync(log, `${lines.join('\n')}\n`, 'latin1');
    while ((await countAlerts(host)) < n) await delay(5);
    if (n > 1) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  console.log(
    `median ${percentile(times, 0.5)}, 95th percentile ${percentile(times, 0.95)}, longest ${percentile(times, 1)}`
  );
  await host.stop();
};

const countAlerts = async (host: StartedHost): Promise<number> =>
  (await host.call<AlertPage>('/internal/web_server_rce/alerts/_find', { perPage: 1 })).total;
