import { expect, test } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import { createTemporaryDirectory, createTemporaryStore } from '../../../test/temporary_store';
import { openDatabase } from '../open_database';
import { openStore } from '../open_store';

const toDocument = (uuid: string, minute: number): AlertDocument => ({
  [ALERT_FIELD.uuid]: uuid,
  [ALERT_FIELD.eventTime]: `2026-03-01T10:0${minute}:00.000Z`,
  [ALERT_FIELD.status]: 'open',
  host: { name: 'web-1' },
  process: { command_line: `sh -c ${'A'.repeat(minute * 3000)} id` },
});

test('rows that were added in any order, before and after the first question, come in order of time', async () => {
  const { rules, alerts } = await createTemporaryStore();
  await rules.putRun('rule', { state: {} }, [toDocument('c', 3), toDocument('a', 1)]);
  expect(alerts.rows().map(({ uuid }) => uuid)).toEqual(['a', 'c']);
  await rules.putRun('rule', { state: {} }, [toDocument('b', 2), toDocument('a', 1)]);
  expect(alerts.rows().map(({ uuid }) => uuid)).toEqual(['a', 'b', 'c']);
  await alerts.setStatus(['b'], 'closed');
  expect(alerts.listed(alerts.rows()).map(({ status }) => status)).toEqual([
    'open',
    'closed',
    'open',
  ]);
  await alerts.remove(alerts.rows(Date.parse('2026-03-01T10:02:00.000Z')));
  expect(alerts.rows().map(({ uuid }) => uuid)).toEqual(['a']);
});

test('an alert that is reported again gets what is new in it, and stays what people made of it', async () => {
  const { rules, alerts } = await createTemporaryStore();
  const report = (start: string, events: readonly string[]): Promise<void> =>
    rules.putRun('rule', { state: {} }, [
      { ...toDocument('a', 1), [ALERT_FIELD.raisedAt]: start, [ALERT_FIELD.treeEvents]: events },
    ]);
  await report('2026-03-01T10:02:00.000Z', ['sh']);
  await alerts.setStatus(['a'], 'closed');
  await report('2026-03-01T10:03:00.000Z', ['sh', 'ls']);
  expect(alerts.find('a')).toMatchObject({
    [ALERT_FIELD.raisedAt]: '2026-03-01T10:02:00.000Z',
    [ALERT_FIELD.status]: 'closed',
    [ALERT_FIELD.treeEvents]: ['sh', 'ls'],
  });
  expect(alerts.rows()).toMatchObject([{ uuid: 'a', status: 'closed' }]);
});

test('a row goes as a whole, and each of its alerts is among the documents until then', async () => {
  const { rules, alerts } = await createTemporaryStore();
  const inRow = (uuid: string, minute: number): AlertDocument => ({
    ...toDocument(uuid, minute),
    [ALERT_FIELD.rowId]: 'h:1',
  });
  await rules.putRun('rule', { state: {} }, [inRow('a', 1), inRow('b', 2), toDocument('c', 3)]);
  expect([...alerts.documents()]).toHaveLength(3);
  const [row] = alerts.rows();
  if (!row) throw new Error('There is no row.');
  await alerts.remove([row]);
  expect([...alerts.documents()].map((document) => document[ALERT_FIELD.uuid])).toEqual(['c']);
});

test('an alert that the disk refused is not listed either', async () => {
  const { rules, alerts } = await createTemporaryStore();
  expect(alerts.rows()).toEqual([]);
  const refused = {
    ...toDocument('a', 1),
    x: {
      toJSON: () => {
        throw new Error('full');
      },
    },
  };
  await expect(rules.putRun('rule', { state: {} }, [refused])).rejects.toThrow('full');
  expect(alerts.rows()).toEqual([]);
});

test('keeps a row small whatever the event is, and its whole text within reach', async () => {
  const { rules, alerts } = await createTemporaryStore();
  await rules.putRun('rule', { state: {} }, [toDocument('a', 9)]);
  const [row] = alerts.rows();
  if (!row) throw new Error('There is no row.');
  expect(JSON.stringify(row).length).toBeLessThan(5000);
  expect(alerts.getText(row)).toMatch(/a id\nweb-1$/);
});

test('makes the rows of alerts that an earlier version stored without them', async () => {
  const directory = await createTemporaryDirectory();
  const { root, transact } = openDatabase(directory);
  const documents = root.openDB<AlertDocument, string>({
    ...{ name: 'alerts', encoding: 'json', compression: true },
  });
  transact(() => void documents.put('a', toDocument('a', 2)));
  await root.close();
  const store = await openStore(directory);
  expect(store.alerts.listed(store.alerts.rows())).toMatchObject([{ id: 'a', host: 'web-1' }]);
  await store.close();
});

test('an alert whose source becomes known keeps its tags, and is counted anew', async () => {
  const { rules, alerts } = await createTemporaryStore();
  const document = { ...toDocument('a', 1), tags: ['of the event', 'of the rule'] };
  await rules.putRun('rule', { state: {} }, [document]);
  const before = alerts.rows();
  expect(before[0]?.sources).toEqual(['unknown']);
  const found = { [ALERT_FIELD.uuid]: 'a', source: { ip: '203.0.113.9' }, tags: ['of the rule'] };
  await rules.putRun('rule', { state: {} }, [found]);
  // Counts of values are kept for a list for as long as it is the same.
  expect(alerts.rows()).not.toBe(before);
  expect(alerts.rows()[0]).toMatchObject({ sources: ['203.0.113.9'], hosts: ['web-1'] });
  expect(alerts.find('a')).toMatchObject({ tags: document.tags, host: { name: 'web-1' } });
});
