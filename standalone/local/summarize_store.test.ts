import { expect, test } from 'vitest';
import { addEvents } from '../../test/add_events';
import { createTemporaryStore } from '../../test/temporary_store';
import { summarizeStore } from './summarize_store';

test('tells how many events and alerts there are', async () => {
  const store = await createTemporaryStore();
  expect(await summarizeStore(store)).toEqual(['0 events of the rules’ indices, 0 alerts.']);
  const source = { '@timestamp': '2026-03-01T10:00:00.000Z', process: { name: 'sh' } };
  await addEvents(store.events, { events: [{ id: 'a', index: 'logs-x', source }] });
  // Without an enabled rule no index is searched.
  expect(await summarizeStore(store)).toEqual(['0 events of the rules’ indices, 0 alerts.']);
});
