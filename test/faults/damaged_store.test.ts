import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { open as openLmdb } from 'lmdb';
import { expect, test } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import type { SourceEvent } from '../../common/event/source_event';
import { NO_TRIAGE } from '../../common/triage/triage';
import { createStandingMatches } from '../../standalone/local/create_standing_matches';
import { createLocalEventReader } from '../../standalone/local/local_event_reader';
import { openStore, type Store } from '../../standalone/store/open_store';
import { addEvents } from '../add_events';
import { createTemporaryDirectory } from '../temporary_store';

const toAlertDocument = (uuid: string): AlertDocument => ({
  [ALERT_FIELD.uuid]: uuid,
  [ALERT_FIELD.raisedAt]: '2026-03-01T10:00:00.000Z',
  [ALERT_FIELD.eventTime]: '2026-03-01T10:00:00.000Z',
});

const START = Date.UTC(2026, 2, 1, 10);
const MINUTE_MS = 60_000;

const toEvent = (minute: number, n: number): SourceEvent => ({
  index: 'logs-x',
  id: `e${minute}-${n}`,
  source: {
    '@timestamp': new Date(START + minute * MINUTE_MS + n).toISOString(),
    event: { category: 'process' },
    text: String(Math.sin(minute * 1000 + n)).repeat(5),
  },
});

/** A store of 40 minutes with 100 events each, closed. */
const createFilledStore = async (): Promise<string> => {
  const directory = await createTemporaryDirectory();
  const store = await openStore(directory);
  for (let minute = 0; minute < 40; minute += 1) {
    const events = Array.from({ length: 100 }, (_, n) => toEvent(minute, n));
    await addEvents(store.events, { events, mayRepeat: true });
  }
  await store.getSetting('agentId', () => 'first');
  await store.close();
  return directory;
};

const toDataFile = (directory: string): string => join(directory, 'store/data.mdb');

const search = async (store: Store): Promise<SourceEvent[]> => {
  const reader = createLocalEventReader(
    store.events,
    createStandingMatches(async () => undefined)
  );
  const found = await reader.search({
    query: 'process where true',
    indexPatterns: ['logs-*'],
    timestampField: '@timestamp',
    from: new Date(START).toISOString(),
    to: new Date(START + 60 * MINUTE_MS).toISOString(),
    size: 10_000,
    signal: new AbortController().signal,
  });
  return [...found];
};

/** Overwrites eight bytes amid the block of a minute, as a bad sector does. */
const damageBlock = async (directory: string, minute: number): Promise<void> => {
  const root = openLmdb({ path: join(directory, 'store'), maxDbs: 64 });
  const blocks = root.openDB<Buffer, [number, string]>({
    name: 'event_blocks',
    encoding: 'binary',
  });
  const start = START + minute * MINUTE_MS;
  const [block] = [...blocks.getRange({ start: [start], end: [start + 1] })];
  const value = Buffer.from(block?.value ?? []);
  await root.close();
  const data = await readFile(toDataFile(directory));
  const place = data.indexOf(value.subarray(100));
  expect(place).toBeGreaterThan(0);
  data.fill(0xff, place + 50, place + 58);
  await writeFile(toDataFile(directory), data);
};

test('skips a damaged block of events, says so once, and finds what lies before and after it', async () => {
  const directory = await createFilledStore();
  await damageBlock(directory, 20);
  const warnings: string[] = [];
  const store = await openStore(directory, (sentence) => warnings.push(sentence));
  for (const _run of [1, 2]) expect((await search(store)).length).toBe(39 * 100);
  const ids = new Set((await search(store)).map(({ id }) => id));
  await store.close();
  expect([ids.has('e19-99'), ids.has('e20-0'), ids.has('e21-0')]).toEqual([true, false, true]);
  expect(warnings).toEqual([expect.stringContaining('2026-03-01T10:20:00.000Z are damaged')]);
});

const fill = async (directory: string, from: number, to: number, byte: number): Promise<void> => {
  const data = await readFile(toDataFile(directory));
  data.fill(byte, from, Math.min(to, data.length));
  await writeFile(toDataFile(directory), data);
};

/** Where LMDB's first header names the pages at which the list of free pages and the list of trees begin; its second is a page on. */
const [FREE_LIST, TREES] = [88, 136];

const damageRoots =
  (place: number, byte: number) =>
  async (directory: string): Promise<void> => {
    const data = await readFile(toDataFile(directory));
    for (const header of [0, 4096]) {
      const page = Number(data.readBigUInt64LE(header + place));
      data.fill(byte, page * 4096, (page + 1) * 4096);
    }
    await writeFile(toDataFile(directory), data);
  };

test.each<[what: string, damage: (directory: string) => Promise<void>]>([
  ['emptied', (directory) => truncate(toDataFile(directory), 0)],
  ['cut within its first page', (directory) => truncate(toDataFile(directory), 100)],
  ['cut after its first page', (directory) => truncate(toDataFile(directory), 4096)],
  [
    'cut in half',
    async (directory) =>
      truncate(
        toDataFile(directory),
        Math.floor((await readFile(toDataFile(directory))).length / 2)
      ),
  ],
  ['without its two headers', (directory) => fill(directory, 0, 8192, 0)],
  ['full of zeros', (directory) => fill(directory, 0, Infinity, 0)],
  ['with damaged headers', (directory) => fill(directory, 24, 8192, 0xa5)],
  ['with damaged pages', (directory) => fill(directory, 8192, 90_000, 0xff)],
  // No reading goes through that list, but every writing does.
  ['with a damaged list of free pages', damageRoots(FREE_LIST, 0)],
  // Which then seems to have no trees, and would end the process that writes.
  ['with a damaged list of trees', damageRoots(TREES, 0x5a)],
  ['of another kind', (directory) => writeFile(toDataFile(directory), 'hello\n'.repeat(2000))],
])(
  'sets a store aside that is %s, in one sentence, and goes on with a new one',
  async (_what, damage) => {
    const directory = await createFilledStore();
    await damage(directory);
    const before = await readFile(toDataFile(directory));
    const warnings: string[] = [];
    const store = await openStore(directory, (sentence) => warnings.push(sentence));
    expect(await store.getSetting('agentId', () => 'second')).toBe('second');
    await addEvents(store.events, { events: [toEvent(0, 0)] });
    expect(await search(store)).toHaveLength(1);
    await store.close();
    expect(warnings).toEqual([expect.stringContaining('set aside as store.damaged.1')]);
    expect((await readFile(join(directory, 'store.damaged.1/data.mdb'))).equals(before)).toBe(true);

    const again = await openStore(directory, (sentence) => warnings.push(sentence));
    expect(await again.getSetting('agentId', () => 'third')).toBe('second');
    await again.close();
    expect(warnings).toHaveLength(1);
  }
);

test('leaves out single records that are damaged, says so, and makes again what can be made', async () => {
  const directory = await createTemporaryDirectory();
  const first = await openStore(directory);
  await first.rules.putRun('rule', { state: {} }, ['a', 'b', 'c'].map(toAlertDocument));
  await first.triage.save('a', { triage: NO_TRIAGE, version: undefined });
  await first.close();
  const root = openLmdb({ path: join(directory, 'store'), maxDbs: 64 });
  const overwrite = (name: string, key: string): Promise<boolean> =>
    root.openDB({ name, encoding: 'binary' }).put(key, Buffer.from('{"uuid'));
  await overwrite('alert_facts', 'a');
  await overwrite('alert_lines', 'b');
  await overwrite('alerts', 'c');
  await overwrite('triage', 'a');
  await overwrite('live_queries', 'q');
  await root.close();

  const warnings: string[] = [];
  const store = await openStore(directory, (sentence) => warnings.push(sentence));
  expect(store.alerts.listed(store.alerts.rows()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(store.alerts.find('c')).toBeUndefined();
  expect(store.alerts.find('a')).toBeDefined();
  expect(await store.triage.get('a')).toMatchObject({ triage: NO_TRIAGE });
  expect(await store.liveQueries.list()).toEqual([]);
  await store.close();
  expect(warnings).toHaveLength(5);
  expect(warnings.every((one) => one.includes('is damaged and is left out'))).toBe(true);
});

test('says where the store lies that the system does not open, and sets nothing aside', async () => {
  const directory = await createTemporaryDirectory();
  await writeFile(join(directory, 'store'), '');
  await expect(openStore(directory)).rejects.toThrow(
    `The store in ${directory} could not be opened (Not a directory`
  );
  expect(await readdir(directory)).toEqual(['store']);
});

test('refuses a store of a later version in a sentence, and leaves it as it is', async () => {
  const directory = await createFilledStore();
  const root = openLmdb({ path: join(directory, 'store'), maxDbs: 64 });
  root.openDB({ name: 'settings', encoding: 'json' }).putSync('format', 7);
  await root.close();
  await expect(openStore(directory)).rejects.toThrow(/has format 7; this version reads format 1/);
  expect((await readdir(directory)).sort()).toEqual(['store']);
});

/** What a host of another container leaves in the store: its process can't be seen from here. */
const claimFromElsewhere = async (directory: string): Promise<void> => {
  const root = openLmdb({ path: join(directory, 'store'), maxDbs: 64 });
  root.openDB({ name: 'settings', encoding: 'json' }).putSync('owner', {
    pid: process.pid,
    started: '1',
    boot: 'of another machine',
    namespace: 'pid:[1]',
  });
  await root.close();
  await writeFile(join(directory, 'owner.pid'), '1');
};

test('is refused while a host of another container works with it, though its pid says nothing here', async () => {
  const directory = await createFilledStore();
  await claimFromElsewhere(directory);
  let beats = 0;
  const beating = setInterval(() => {
    beats += 1;
    const time = new Date(Date.now() + beats * 1000);
    void utimes(join(directory, 'owner.pid'), time, time);
  }, 100);
  try {
    await expect(openStore(directory)).rejects.toMatchObject({ name: 'StoreTakenError' });
    await truncate(toDataFile(directory), 100);
    await expect(openStore(directory)).rejects.toMatchObject({ name: 'StoreTakenError' });
  } finally {
    clearInterval(beating);
  }
});

test('is given to the next once a host of another container has long been silent', async () => {
  const directory = await createFilledStore();
  await claimFromElsewhere(directory);
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(join(directory, 'owner.pid'), longAgo, longAgo);
  const store = await openStore(directory);
  await store.close();
  expect((await readdir(directory)).sort()).toEqual(['store']);
});
