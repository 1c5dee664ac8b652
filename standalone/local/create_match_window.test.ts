import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { createMatchWindow, type MatchPeriod, type SearchStored } from './create_match_window';

const toEvent = (ms: number, id = `e${ms}`): SourceEvent => ({
  id,
  index: 'logs-x',
  source: { '@timestamp': new Date(ms).toISOString() },
});

/** What is stored, and how often it was searched. */
const createStored = (stored: readonly SourceEvent[]) => {
  const searches: number[] = [];
  const search: SearchStored = async (from, size) => {
    searches.push(from);
    return stored
      .filter(({ source }) => Date.parse(String(source['@timestamp'])) >= from)
      .slice(0, size);
  };
  return { search, searches };
};

const toIds = (events: readonly SourceEvent[] | undefined): string[] | undefined =>
  events?.map(({ id }) => id);

const period = (from: number, to: number, size = 100): MatchPeriod => ({ from, to, size });

test('searches what is stored once, and answers every later period that begins in it', async () => {
  const { search, searches } = createStored([toEvent(10), toEvent(20), toEvent(30)]);
  const window = createMatchWindow();
  expect(toIds(await window.find(period(5, 25), search))).toEqual(['e10', 'e20']);
  expect(toIds(await window.find(period(20, 100), search))).toEqual(['e20', 'e30']);
  expect(toIds(await window.find(period(5, 100, 1), search))).toEqual(['e10']);
  expect(searches).toEqual([5]);
});

test('answers what has arrived since, in order of time and once', async () => {
  const { search } = createStored([toEvent(10), toEvent(30)]);
  const window = createMatchWindow();
  await window.find(period(0, 100), search);
  window.add([toEvent(40), toEvent(20), toEvent(30)]);
  expect(toIds(await window.find(period(0, 100), search))).toEqual(['e10', 'e20', 'e30', 'e40']);
});

test('keeps what arrives while it searches', async () => {
  const window = createMatchWindow();
  const found = await window.find(period(0, 100), async () => {
    window.add([toEvent(50)]);
    return [toEvent(10)];
  });
  expect(toIds(found)).toEqual(['e10', 'e50']);
});

test('searches anew for a period that begins earlier', async () => {
  const { search, searches } = createStored([toEvent(1), toEvent(10)]);
  const window = createMatchWindow();
  await window.find(period(5, 100), search);
  expect(toIds(await window.find(period(0, 100), search))).toEqual(['e1', 'e10']);
  expect(searches).toEqual([5, 0]);
});

test('searches anew after a search that failed', async () => {
  const { search } = createStored([toEvent(10)]);
  const window = createMatchWindow();
  const fail = () => Promise.reject(new Error('no'));
  await expect(window.find(period(0, 100), fail)).rejects.toThrow('no');
  window.add([toEvent(20)]);
  expect(toIds(await window.find(period(0, 100), search))).toEqual(['e10']);
});

test('answers the first matches of a flood, and gives up where it can’t hold them all', async () => {
  const flood = Array.from({ length: 30_000 }, (_, n) => toEvent(n));
  const { search } = createStored(flood);
  const window = createMatchWindow();
  expect(await window.find(period(0, 30_000, 500), search)).toHaveLength(500);
  expect(await window.find(period(0, 30_000, 25_000), search)).toBeUndefined();
  expect(toIds(await window.find(period(19_000, 30_000, 3), search))).toEqual([
    'e19000',
    'e19001',
    'e19002',
  ]);
});

test('forgets what lies before the last period when too much arrives, and never answers with a hole', async () => {
  const { search, searches } = createStored([]);
  const window = createMatchWindow();
  await window.find(period(0, 1), search);
  await window.find(period(15_000, 15_001), search);
  window.add(Array.from({ length: 30_000 }, (_, n) => toEvent(n)));
  expect(await window.find(period(15_000, 30_000, 20_000), search)).toHaveLength(15_000);
  expect(searches).toEqual([0]);
  await window.find(period(0, 10), search);
  expect(searches).toEqual([0, 0]);
});

test('leaves a millisecond that may go on behind the last match it found to the next search', async () => {
  const flood = Array.from({ length: 20_001 }, (_, n) => toEvent(Math.min(n, 19_990), `e${n}`));
  const { search } = createStored(flood);
  const window = createMatchWindow();
  expect(await window.find(period(0, 19_991, 30_000), search)).toBeUndefined();
  expect(await window.find(period(0, 19_990, 30_000), search)).toHaveLength(19_990);
});

test('fills itself once for a period with more matches than have room, and goes on with newer ones', async () => {
  const flood = Array.from({ length: 30_000 }, (_, n) => toEvent(n));
  const { search, searches } = createStored(flood);
  const window = createMatchWindow();
  await window.find(period(0, 30_000), search);
  await window.find(period(25_000, 30_000), search);
  expect(searches).toEqual([0, 25_000]);
  for (const _run of [1, 2, 3]) {
    expect(toIds(await window.find(period(29_998, 30_000), search))).toEqual(['e29998', 'e29999']);
    // Whoever asks for the rest of the flood is sent to the store.
    expect(await window.find(period(5, 25_000), search)).toBeUndefined();
  }
  expect(searches).toEqual([0, 25_000]);
});

test('leaves out what the caller has, and answers as many others', async () => {
  const { search } = createStored([toEvent(1), toEvent(2), toEvent(3), toEvent(4)]);
  const window = createMatchWindow();
  const except = new Map([['logs-x', new Set(['e1', 'e3'])]]);
  expect(toIds(await window.find({ ...period(0, 100, 2), except }, search))).toEqual(['e2', 'e4']);
  expect(toIds(await window.find(period(0, 100), search))).toEqual(['e1', 'e2', 'e3', 'e4']);
});
