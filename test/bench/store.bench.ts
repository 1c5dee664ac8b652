/** What does searching a period cost as the store grows, and what storing? */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceEvent } from '../../common/event/source_event';
import { toShippedParams } from '../../common/rule/rule_params';
import { searchStoredEvents } from '../../standalone/local/search_stored_events';
import { readRecording } from '../../standalone/recording/read_recording';
import { openStore, type Store } from '../../standalone/store/open_store';
import { webServerRule } from '../../common/rule/web_server_rule';

/** `STORE_EVENTS=5000000 npm run bench -- store` is the long form. */
const MOST_EVENTS = Number(process.env['STORE_EVENTS'] ?? 1_000_000);
const EVENTS_PER_MINUTE = 1000;
const BATCH = 1000;
const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 0, 1);

const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MiB`;

export const benchStore = async (): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'web-server-rce-bench-'));
  try {
    await benchSearch(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** The recording's events over and over, one every 60 ms. */
const createEvents = async () => {
  const recorded = await readRecording({
    index: 'logs-endpoint.events.process-default',
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
        ...toShippedParams(webServerRule),
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
