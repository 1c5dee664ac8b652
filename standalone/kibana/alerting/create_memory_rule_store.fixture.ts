import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import type { RuleRunRecord, RuleStore, StoredRule } from './stored_rule';

/** A rule store that lasts as long as the process; its alerts can be looked at. */
export const createMemoryRuleStore = (): RuleStore & { readonly alerts: AlertDocument[] } => {
  const rules = new Map<string, StoredRule>();
  const runs = new Map<string, RuleRunRecord>();
  const alerts: AlertDocument[] = [];
  return {
    alerts,
    list: () => [...rules.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    find: (id) => rules.get(id),
    put: async (rule) => void rules.set(rule.id, rule),
    findRun: (id) => runs.get(id),
    putRun: async (id, run, documents) => {
      runs.set(id, run);
      const known = new Set(alerts.map(toUuid));
      alerts.push(...documents.filter((document) => !known.has(toUuid(document))));
    },
  };
};

const toUuid = (document: AlertDocument): unknown => document[ALERT_FIELD.uuid];
