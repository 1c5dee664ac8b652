import type { RootDatabase } from 'lmdb';
import type { RuleRunRecord, RuleStore, StoredRule } from '../kibana/alerting/stored_rule';
import type { AlertRecords } from './alert_records';

export const createRuleRecords = (root: RootDatabase, alerts: AlertRecords): RuleStore => {
  const rules = root.openDB<StoredRule, string>({ name: 'rules', encoding: 'json' });
  const runs = root.openDB<RuleRunRecord, string>({ name: 'rule_runs', encoding: 'json' });
  return {
    list: () =>
      [...rules.getRange()]
        .map(({ value }) => value)
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    find: (id) => rules.get(id),
    async put(rule) {
      await root.batch(() => void rules.put(rule.id, rule));
      await root.flushed;
    },
    findRun: (id) => runs.get(id),
    async putRun(id, run, documents) {
      await root.batch(() => {
        alerts.putNew(documents);
        void runs.put(id, run);
      });
    },
  };
};
