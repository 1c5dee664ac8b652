/** What does searching a period cost as the store grows, how fast does the host take in an audit log, and how soon is an alert seen? */
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AlertPage } from '../../common/api/find_alerts';
import type { SourceEvent } from '../../common/event/source_event';
import { shippedRuleParams } from '../../common/rule/rule_params';
import { writeAuditRecords } from '../../standalone/audit_log/write_audit_records';
import { searchStoredEvents } from '../../standalone/local/search_stored_events';
import { readRecording } from '../../standalone/recording/read_recording';
import { openStore, type Store } from '../../standalone/store/open_store';
import { writeAttackLog } from '../kill/write_attack_log';
import { startHost, type StartedHost } from '../start_host';

/** `STORE_EVENTS=5000000 INGEST_EVENTS=10000000 npm run bench -- store` is the long form. */
const MOST_EVENTS = Number(process.env['STORE_EVENTS'] ?? 1_000_000);
const INGEST_EVENTS = Number(process.env['INGEST_EVENTS'] ?? 300_000);
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
    await benchSearch(join(directory, 'search'));
    await benchIngest(join(directory, 'ingest'));
    await benchLatency(join(directory, 'latency'));
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
    for (; count < size; count += BATCH) await store.events.add({ events: toEvents(count, BATCH) });
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

const findOffset = ({ store }: StartedHost, log: string): number =>
  (store.events.findPosition(log) as { offset: number } | undefined)?.offset ?? 0;

/** A log that grows to its whole length before the host starts: the host is always behind and works as fast as it can. */
const benchIngest = async (directory: string): Promise<void> => {
  console.log(`\nTaking in an audit log of ${INGEST_EVENTS.toLocaleString('en')} execs`);
  const log = `${directory}.log`;
  const startsAt = Date.now() - INGEST_EVENTS;
  const STEP = 100_000;
  for (let from = 1; from <= INGEST_EVENTS; from += STEP) {
    await writeAttackLog(log, from, Math.min(from + STEP, INGEST_EVENTS + 1), startsAt, 10_000);
  }
  const { size } = statSync(log);
  const host = await startHost(directory, {
    input: { kind: 'audit_log', path: log, processes: undefined },
  });
  while (findOffset(host, log) === 0) await delay(5);
  const first = findOffset(host, log);
  const begin = performance.now();
  const cpu = process.cpuUsage();
  const memory: number[] = [];
  while (findOffset(host, log) < size) {
    await delay(100);
    memory.push(process.memoryUsage().rss);
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const execs = INGEST_EVENTS * (1 - first / size);
  const middle = memory[Math.floor(memory.length / 2)] ?? 0;
  console.log(
    `${Math.round(execs / seconds).toLocaleString('en')} execs/s, ${mebibytes((size - first) / seconds)}/s, ` +
      `${((user + system) / execs).toFixed(1)} µs CPU each; memory ${mebibytes(middle)} half-way, ` +
      `${mebibytes(memory.at(-1) ?? 0)} at the end, at most ${mebibytes(Math.max(...memory))}`
  );
  await host.stop();
  rmSync(log);
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
