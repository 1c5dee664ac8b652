/** What does searching a period cost as the store grows, how fast does the host take in an audit log, and how soon is an alert seen? */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import type { AlertPage } from '../../common/api/find_alerts';
import type { SourceEvent } from '../../common/event/source_event';
import { shippedRuleParams } from '../../common/rule/rule_params';
import type { LogPosition } from '../../standalone/audit_log/log_position';
import { writeAuditRecords } from '../../standalone/audit_log/write_audit_records';
import { searchStoredEvents } from '../../standalone/local/search_stored_events';
import { readRecording } from '../../standalone/recording/read_recording';
import { openStore, type Store } from '../../standalone/store/open_store';
import { createLogCopies } from './create_log_copies';
import { startHost, type StartedHost } from '../start_host';

/** `STORE_EVENTS=5000000 INGEST_EVENTS=10000000 npm run bench -- store` is the long form. */
const MOST_EVENTS = Number(process.env['STORE_EVENTS'] ?? 1_000_000);
const INGEST_EVENTS = Number(process.env['INGEST_EVENTS'] ?? 500_000);
const EXECS_PER_SECOND = Number(process.env['INGEST_RATE'] ?? 50_000);
const BACKLOG = 500_000;
const WRITER = fileURLToPath(new URL('write_log_child.ts', import.meta.url));
const EVENTS_PER_MINUTE = 1000;
const BATCH = 1000;
const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 0, 1);
const LATENCIES = 100;

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
const percentile = (sorted: readonly number[], part: number): string =>
  `${(sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(0)} ms`;

export const benchStore = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'web-server-rce-bench-'));
  try {
    if (!process.env['ONLY']) await benchSearch(join(directory, 'search'));
    if (process.env['ONLY'] !== 'keep') await benchCatchingUp(join(directory, 'backlog'));
    if (process.env['ONLY'] !== 'catch') await benchKeepingUp(join(directory, 'followed'));
    if (!process.env['ONLY']) await benchLatency(join(directory, 'latency'));
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** The recording's events over and over, one every 60 ms. */
const createEvents = async () => {
  const recorded = await readRecording({
    index: 'logs-endpoint.events.process-default',
    agentId: 'bench',
    endsAt: START,
  });
  return (from: number, count: number): SourceEvent[] =>
    Array.from({ length: count }, (_, n) => {
      const at = from + n;
      const event = recorded[at % recorded.length];
      const time = START + (at * MINUTE_MS) / EVENTS_PER_MINUTE;
      return {
        id: `${at}`,
        index: 'logs-endpoint.events.process-default',
        source: { ...event?.source, '@timestamp': new Date(time).toISOString() },
      };
    });
};

/** Nine minutes out of the middle, as a run of the rule that knows nothing yet. */
const timeSearch = async (store: Store, events: number): Promise<{ ms: number; found: number }> => {
  const middle = START + (events / 2 / EVENTS_PER_MINUTE) * MINUTE_MS;
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < 7; run += 1) {
    const begin = performance.now();
    const matches = await searchStoredEvents(
      {
        ...shippedRuleParams,
        from: new Date(middle - 5 * MINUTE_MS).toISOString(),
        to: new Date(middle + 4 * MINUTE_MS).toISOString(),
        size: 10_000,
        signal: new AbortController().signal,
      },
      store.events
    );
    times.push(performance.now() - begin);
    found = matches.length;
  }
  return { ms: times.sort((a, b) => a - b)[3] ?? 0, found };
};

const benchSearch = async (directory: string): Promise<void> => {
  console.log('\nSearching 9 minutes (9,000 events) of a store of');
  const toEvents = await createEvents();
  const store = await openStore(directory);
  let count = 0;
  for (let size = 10_000; size <= MOST_EVENTS; size *= size === 1_000_000 ? 5 : 10) {
    const begin = performance.now();
    const cpu = process.cpuUsage();
    const added = size - count;
    for (; count < size; count += BATCH)
      store.events.store([await store.events.pack({ events: toEvents(count, BATCH) })]);
    const perSecond = Math.round((added / (performance.now() - begin)) * 1000);
    const { user, system } = process.cpuUsage(cpu);
    const { ms, found } = await timeSearch(store, size);
    console.log(
      `${size.toLocaleString('en').padStart(10)} events: ${ms.toFixed(1)} ms, ${found} matches; stored at ` +
        `${perSecond.toLocaleString('en')} events/s (${((user + system) / added).toFixed(1)} µs CPU each), ` +
        `${(store.usedBytes() / size).toFixed(0)} bytes each on disk, memory ${mebibytes(process.memoryUsage().rss)}`
    );
  }
  await store.close();
};

const isAtEnd = ({ store }: StartedHost, log: string): boolean => {
  const { ino, size } = statSync(log);
  const position = store.events.findPosition(log) as LogPosition | undefined;
  return position?.inode === String(ino) && position.offset === size;
};

const startFollowing = (directory: string, log: string): Promise<StartedHost> =>
  startHost(directory, { input: { kind: 'audit_log', path: log, processes: undefined } });

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
  console.log(
    `\nTaking in an audit log of ${execs.toLocaleString('en')} execs, ${mebibytes(size)}`
  );
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
    `${Math.round((execs * part) / seconds).toLocaleString('en')} execs/s, ` +
      `${mebibytes((size * part) / seconds)}/s, ` +
      `${((user + system) / (execs * part)).toFixed(1)} µs CPU each`
  );
  await host.stop();
  rmSync(log);
};

/** A log that is written meanwhile, by another process on the same cores. */
const benchKeepingUp = async (directory: string): Promise<void> => {
  console.log(
    `\nFollowing an audit log of ${INGEST_EVENTS.toLocaleString('en')} execs, ${EXECS_PER_SECOND.toLocaleString('en')} a second`
  );
  const log = `${directory}.log`;
  appendFileSync(log, '');
  const host = await startFollowing(directory, log);
  const memory: NodeJS.MemoryUsage[] = [];
  const cpu = process.cpuUsage();
  const sampler = setInterval(() => memory.push(process.memoryUsage()), 1000);
  const execs = await writeLog(log, INGEST_EVENTS, EXECS_PER_SECOND);
  const end = performance.now();
  while (!isAtEnd(host, log)) await delay(5);
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampler);
  console.log(
    `all stored ${(performance.now() - end).toFixed(0)} ms after the last was written, ` +
      `${((user + system) / execs).toFixed(1)} µs CPU each`
  );
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const {
      rss = 0,
      external = 0,
      heapUsed = 0,
    } = memory[Math.ceil((memory.length * tenth) / 10) - 1] ?? {};
    console.log(
      `after ${tenth}/10: ${mebibytes(rss)}, ${mebibytes(heapUsed)}, ${mebibytes(external)}`
    );
  }
  await host.stop();
};

/** @returns the execs written */
const writeLog = async (log: string, execs: number, perSecond: number): Promise<number> => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', WRITER, log, String(execs), String(perSecond)],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  );
  return Number(await text(child.stdout));
};

/** From writing the record of an exec to the alert in the answer of the page's own endpoint. */
const benchLatency = async (directory: string): Promise<void> => {
  console.log(`\nFrom exec record to visible alert, ${LATENCIES} times`);
  const log = `${directory}.log`;
  appendFileSync(log, '');
  const host = await startHost(directory, {
    input: { kind: 'audit_log', path: log, processes: undefined },
  });
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
