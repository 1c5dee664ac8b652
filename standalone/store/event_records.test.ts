import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { addEvents } from '../../test/add_events';
import { createTemporaryStore } from '../../test/temporary_store';
import type { EventRecords, PackedBatch } from './event_records';

const START = Date.UTC(2026, 2, 1, 10);

const event = (id: string, seconds: number, index = 'logs-x'): SourceEvent => ({
  id,
  index,
  source: { '@timestamp': new Date(START + seconds * 1000).toISOString(), text: `ünï ${id}\u0000` },
});

const readIds = async (
  events: EventRecords,
  from = -Infinity,
  to = Infinity
): Promise<string[]> => {
  const ids: string[] = [];
  for await (const part of events.read(from, to)) ids.push(...part.events.map((e) => e.event.id));
  return ids.sort();
};

test('gives back what was stored, to the letter', async () => {
  const { events } = await createTemporaryStore();
  const stored = event('a', 1);
  await addEvents(events, { events: [stored] });
  for await (const part of events.read(-Infinity, Infinity)) {
    expect(part.events).toEqual([{ event: stored, time: START + 1000 }]);
  }
});

test('packs more events of a minute than one block holds, in their order', async () => {
  const { events } = await createTemporaryStore();
  const many = Array.from({ length: 2500 }, (_, at) => event(`e${at}`, at % 120));
  await addEvents(events, { events: many });
  const read: string[] = [];
  for await (const part of events.read(-Infinity, Infinity)) {
    read.push(...part.events.map((timed) => `${timed.event.id} ${timed.time}`));
  }
  expect(read.sort()).toEqual(
    many.map(({ id }, at) => `${id} ${START + (at % 120) * 1000}`).sort()
  );
});

test('gives back keys and texts that an attacker chose', async () => {
  const { events } = await createTemporaryStore();
  const hostile = '{"__proto__": {"polluted": true}, "constructor": null, "half": "\\ud800"}';
  const stored = event('a', 1);
  Object.assign(stored.source, { hostile: JSON.parse(hostile) as unknown });
  await addEvents(events, { events: [stored] });
  for await (const part of events.read(-Infinity, Infinity)) {
    const [read] = part.events;
    expect(JSON.stringify(read?.event.source)).toBe(JSON.stringify(stored.source));
    expect(read?.event.source).not.toHaveProperty('hostile.polluted');
  }
});

test('reads a period and nothing before or after it', async () => {
  const { events } = await createTemporaryStore();
  await addEvents(events, {
    events: [event('a', 59), event('b', 60), event('c', 200), event('d', 201)],
  });
  expect(await readIds(events, START + 60_000, START + 201_000)).toEqual(['b', 'c']);
});

test('reads more minutes than are looked up at a time', async () => {
  const { events } = await createTemporaryStore();
  const many = Array.from({ length: 300 }, (_, minute) => event(`e${minute}`, minute * 60));
  await addEvents(events, { events: many });
  expect(await readIds(events)).toHaveLength(300);
});

test('stores the position together with the events', async () => {
  const { events } = await createTemporaryStore();
  const source = '/var/log/'.repeat(300);
  expect(events.findPosition(source)).toBeUndefined();
  await addEvents(events, {
    events: [event('a', 1)],
    position: { source, position: { offset: 7 } },
  });
  expect(events.findPosition(source)).toEqual({ offset: 7 });
  await addEvents(events, { events: [], position: { source, position: { offset: 8 } } });
  expect(events.findPosition(source)).toEqual({ offset: 8 });
});

test('does not store an event a second time where its source may repeat it', async () => {
  const { events } = await createTemporaryStore();
  await addEvents(events, { events: [event('a', 1), event('b', 2)], mayRepeat: true });
  const looked: string[] = [];
  await addEvents(
    events,
    {
      events: [event('b', 2), event('c', 3), event('c', 3), event('a', 1, 'logs-y')],
      mayRepeat: true,
    },
    (added) => {
      looked.push(...added.map(({ index, id }) => `${index} ${id}`));
      return undefined;
    }
  );
  expect(looked.sort()).toEqual(['logs-x c', 'logs-y a']);
  expect(await readIds(events)).toEqual(['a', 'a', 'b', 'c']);
});

test('stores several batches together, in their order', async () => {
  const { events } = await createTemporaryStore();
  const pack = (id: string, offset: number): Promise<PackedBatch> =>
    events.pack({ events: [event(id, 1)], position: { source: 'log', position: { offset } } });
  const batches = await Promise.all([pack('a', 1), pack('b', 2)]);
  expect(events.isEmpty()).toBe(true);
  events.store(batches);
  expect(await readIds(events)).toEqual(['a', 'b']);
  expect(events.findPosition('log')).toEqual({ offset: 2 });
});

test('leaves out events without a date', async () => {
  const { events } = await createTemporaryStore();
  const undated = { id: 'x', index: 'logs-x', source: { '@timestamp': 'soon' } };
  await addEvents(events, { events: [undated, event('a', 1)] });
  expect(await readIds(events)).toEqual(['a']);
});

test('removes whole minutes before a moment', async () => {
  const { events } = await createTemporaryStore();
  await addEvents(events, {
    events: [event('a', 0), event('b', 61), event('c', 125)],
    mayRepeat: true,
  });
  expect(await events.removeBefore(START + 130_000)).toBe(2);
  expect(await readIds(events)).toEqual(['c']);
  await addEvents(events, { events: [event('a', 0)], mayRepeat: true });
  expect(await readIds(events)).toEqual(['a', 'c']);
});

test('removes the oldest minute until there is none', async () => {
  const { events } = await createTemporaryStore();
  await addEvents(events, { events: [event('a', 0), event('b', 61)] });
  expect(await events.removeOldestMinute()).toBeGreaterThan(50);
  expect(await readIds(events)).toEqual(['b']);
  expect(events.isEmpty()).toBe(false);
  await events.removeOldestMinute();
  expect(events.isEmpty()).toBe(true);
  expect(await events.removeOldestMinute()).toBeUndefined();
});
