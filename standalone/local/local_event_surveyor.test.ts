import { expect, test } from 'vitest';
import { addEvents } from '../../test/add_events';
import { createTemporaryStore } from '../../test/temporary_store';
import { eventSurveyorContract } from '../../test/contracts/event_surveyor.contract';
import { createLocalEventSurveyor } from './local_event_surveyor';

eventSurveyorContract(
  async (events) => {
    const store = await createTemporaryStore();
    await addEvents(store.events, { events });
    return createLocalEventSurveyor(store.events, () => []);
  },
  async () =>
    createLocalEventSurveyor((await createTemporaryStore()).events, () => ['a line is no event'])
);

const request = {
  indexPatterns: ['logs-*'],
  timestampField: '@timestamp',
  fields: ['process.name', 'process.parent.executable'],
  from: '2026-03-01T00:00:00.000Z',
  signal: new AbortController().signal,
};

const toEvent = (index: string, minute: number, host: string) => ({
  id: `${host} ${minute}`,
  index,
  source: {
    '@timestamp': `2020-03-01T10:0${minute}:00.000Z`,
    host: { name: host },
    process: { name: 'sh' },
  },
});

test('tells of the stored events of the index, however old, and what none of them has', async () => {
  const store = await createTemporaryStore();
  const events = [
    ...[toEvent('logs-x', 1, 'web-01'), toEvent('logs-x', 3, 'web-01')],
    ...[toEvent('logs-x', 5, 'web-02'), toEvent('other', 9, 'web-03')],
  ];
  await addEvents(store.events, { events });
  const surveyor = createLocalEventSurveyor(store.events, () => ['3 lines can’t be used']);
  expect(await surveyor.survey(request)).toEqual({
    events: 3,
    isAtLeast: false,
    hosts: [
      { name: 'web-02', newest: '2020-03-01T10:05:00.000Z' },
      { name: 'web-01', newest: '2020-03-01T10:03:00.000Z' },
    ],
    absentFields: ['process.parent.executable'],
    problems: ['3 lines can’t be used'],
  });
});

test('tells that there are none', async () => {
  const store = await createTemporaryStore();
  const surveyor = createLocalEventSurveyor(store.events, () => []);
  expect(await surveyor.survey(request)).toMatchObject({ events: 0, hosts: [], isAtLeast: false });
});
