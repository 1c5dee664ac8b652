import { expect, test } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import type { SourceEvent } from '../../common/event/source_event';
import { addEvents } from '../../test/add_events';
import { createTemporaryStore } from '../../test/temporary_store';
import { applyRetention } from './apply_retention';
import type { Store } from '../store/open_store';

const NOW = new Date('2026-03-01T10:00:00.000Z');
const DAY_MS = 86_400_000;
const retention = { keepEventsMs: 30 * DAY_MS, keepBytes: 1024 ** 3 };

const daysAgo = (days: number): string => new Date(NOW.getTime() - days * DAY_MS).toISOString();

const event = (id: string, days: number): SourceEvent => ({
  id,
  index: 'logs-x',
  source: { '@timestamp': daysAgo(days) },
});

const alert = (id: string, days: number, status: string): AlertDocument => ({
  [ALERT_FIELD.uuid]: id,
  [ALERT_FIELD.raisedAt]: daysAgo(days),
  [ALERT_FIELD.eventTime]: daysAgo(days),
  [ALERT_FIELD.status]: status,
});

const listIds = async (store: Store): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { events } of store.events.read(-Infinity, Infinity)) {
    ids.push(...events.map((timed) => timed.event.id));
  }
  return ids.sort();
};

const listAlerts = (store: Store): string[] => [...store.alerts.rows()].map(({ uuid }) => uuid);

test('removes events that are too old and no others', async () => {
  const store = await createTemporaryStore();
  await addEvents(store.events, { events: [event('old', 31), event('new', 29)] });
  await applyRetention(store, retention, NOW);
  expect(await listIds(store)).toEqual(['new']);
});

test('removes the oldest events until the store is small enough', async () => {
  const store = await createTemporaryStore();
  for (let day = 9; day >= 0; day -= 1) {
    const noise = Array.from({ length: 200 }, (_, n) => ({
      ...event(`${day}-${n}`, day),
      source: { '@timestamp': daysAgo(day), text: `${Math.sin(n + day * 1000)}`.repeat(20) },
    }));
    await addEvents(store.events, { events: noise });
  }
  const before = store.usedBytes();
  const report = await applyRetention(store, { ...retention, keepBytes: before / 2 }, NOW);
  expect(report.isTooLarge).toBe(false);
  expect(store.usedBytes()).toBeLessThan(before * 0.7);
  const kept = await listIds(store);
  expect(kept).toContain('0-0');
  expect(kept).not.toContain('9-0');
});

test('never removes alerts that are not closed, and says so when they alone are too large', async () => {
  const store = await createTemporaryStore();
  const documents = [
    alert('open', 4000, 'open'),
    alert('acknowledged', 4000, 'acknowledged'),
    alert('closed', 4000, 'closed'),
    alert('closed this year', 300, 'closed'),
  ];
  await store.rules.putRun('rule', { state: {} }, documents);
  await addEvents(store.events, { events: [event('new', 1)] });
  const report = await applyRetention(store, { ...retention, keepBytes: 1 }, NOW);
  expect(report).toEqual({ removedAlerts: 2, isTooLarge: true });
  expect(listAlerts(store).sort()).toEqual(['acknowledged', 'open']);
  expect(store.alerts.find('closed')).toBeUndefined();
  expect(await listIds(store)).toEqual([]);
});

test('removes closed alerts, the oldest first, only until what is left fits', async () => {
  const store = await createTemporaryStore();
  const documents = Array.from({ length: 600 }, (_, n) => ({
    ...alert(`${n}`, n / 10, 'closed'),
    text: `${Math.sin(n)}`.repeat(20),
  }));
  await store.rules.putRun('rule', { state: {} }, documents);
  const keepBytes = store.usedBytes() * 0.7;
  expect((await applyRetention(store, { ...retention, keepBytes }, NOW)).isTooLarge).toBe(false);
  expect(store.usedBytes()).toBeLessThanOrEqual(keepBytes);
  expect(listAlerts(store).length).toBeGreaterThan(200);
  expect(store.alerts.find('0')).toBeDefined();
  expect(store.alerts.find('599')).toBeUndefined();
});

test('keeps old events while it is told that a rule has yet to look at them', async () => {
  const store = await createTemporaryStore();
  await addEvents(store.events, { events: [event('old', 400)] });
  await applyRetention(store, retention, NOW, true);
  expect(await listIds(store)).toEqual(['old']);
  await applyRetention(store, retention, NOW, false);
  expect(await listIds(store)).toEqual([]);
});
