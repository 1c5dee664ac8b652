import { expect, test } from 'vitest';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import type { RuleStore, StoredRule } from '../../standalone/kibana/alerting/stored_rule';

const toRule = (id: string, minute: number): StoredRule => ({
  id,
  name: `Rule ${id}`,
  ruleTypeId: 'webServerRce.eql',
  consumer: 'webServerRce',
  enabled: true,
  interval: '5m',
  params: { query: 'process where true', indexPatterns: ['logs-*'] },
  tags: ['ü "'],
  createdAt: `2026-03-01T10:0${minute}:00.000Z`,
});

const RUN = { state: { left: [{ from: 1 }] }, succeededAt: '2026-03-01T10:05:00.000Z' };

const toDocument = (id: string): AlertDocument => ({
  [ALERT_FIELD.uuid]: id,
  [ALERT_FIELD.eventTime]: '2026-03-01T10:01:00.000Z',
  [ALERT_FIELD.status]: 'open',
});

/**
 * What every store of rules must do.
 * @param createStore gives an empty store, and how to list the ids of its alerts
 */
export const ruleStoreContract = (
  createStore: () => Promise<{ readonly store: RuleStore; listAlerts(): readonly string[] }>
): void => {
  test('has neither rules nor runs at first', async () => {
    const { store } = await createStore();
    expect(store.list()).toEqual([]);
    expect(store.find('a')).toBeUndefined();
    expect(store.findRun('a')).toBeUndefined();
  });

  test('lists rules in the order they were made, each as it was put last', async () => {
    const { store } = await createStore();
    for (const rule of [toRule('a', 2), toRule('b', 1), toRule('c', 3)]) await store.put(rule);
    const changed = { ...toRule('a', 2), enabled: false, enabledAt: '2026-03-01T11:00:00.000Z' };
    await store.put(changed);
    expect(store.list().map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(store.find('a')).toEqual(changed);
    expect(store.find('b')).toEqual(toRule('b', 1));
  });

  test('keeps each rule’s last run with the alerts it raised, one of each uuid', async () => {
    const { store, listAlerts } = await createStore();
    await store.putRun('a', { state: {} }, [toDocument('x')]);
    await store.putRun('a', RUN, [toDocument('x'), toDocument('y')]);
    expect(store.findRun('a')).toEqual(RUN);
    expect(store.findRun('b')).toBeUndefined();
    expect([...listAlerts()].sort()).toEqual(['x', 'y']);
  });
};
