import type { RuleRunRecord, RuleStore, StoredRule } from '../kibana/alerting/stored_rule';
import type { StoreDatabase } from './open_database';
import type { AlertRecords } from './alerts/alert_records';

export const createRuleRecords = (
  { root, transact }: StoreDatabase,
  alerts: AlertRecords
): RuleStore => {
  const rules = root.openDB<StoredRule, string>({ name: 'rules', encoding: 'json' });
  const runs = root.openDB<RuleRunRecord, string>({ name: 'rule_runs', encoding: 'json' });
  return {
    list: () =>
      [...rules.getRange()]
        .map(({ value }) => value)
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    find: (id) => rules.get(id),
    async put(rule) {
      transact(() => void rules.put(rule.id, rule));
    },
    findRun: (id) => runs.get(id),
    async putRun(id, run, documents) {
      const confirm = transact(() => {
        void runs.put(id, run);
        return alerts.put(documents);
      });
      confirm();
    },
  };
};
