import type { Rule, RulesClient } from '@kbn/alerting-plugin/server';
import type { AnyRuleType } from './create_rule_runner';
import type { RunSchedule } from './create_run_schedule';
import { RuleConflictError } from './rule_conflict_error';
import type { RuleStore, StoredRule } from './stored_rule';

interface RulesClientOptions {
  readonly store: RuleStore;
  readonly schedule: RunSchedule;
  /** Asks for a run now. */
  request(ruleId: string): void;
  getRuleType(id: string): AnyRuleType;
  readonly now: () => Date;
}

/** The one filter that is asked for here, in Kibana's KQL. */
const BY_TYPE = /^alert\.attributes\.alertTypeId: "([^"]+)"$/;

/** Alerting's rules client for the one local user, who may do everything. */
export const createRulesClient = (options: RulesClientOptions): RulesClient => {
  const { store, schedule, request, getRuleType, now } = options;
  const getRule = (id: string): StoredRule => {
    const rule = store.find(id);
    if (!rule) throw new Error(`There is no rule ${id}.`);
    return rule;
  };
  const setEnabled = async (id: string, enabled: boolean): Promise<void> => {
    const before = getRule(id);
    const rule = {
      ...before,
      enabled,
      ...(enabled && !before.enabled && { enabledAt: now().toISOString() }),
    };
    await store.put(rule);
    schedule.follow(rule);
  };
  const answer = (rule: StoredRule): Rule => toRule(rule, options);
  // Edits take turns: each reads what the one before has written.
  let lastEdit: Promise<unknown> = Promise.resolve();
  const inTurn = (edit: () => Promise<void>): Promise<void> => {
    const turn = lastEdit.catch(() => undefined).then(edit);
    lastEdit = turn;
    return turn;
  };

  return {
    find: async ({ options: { filter, sortField, sortOrder, perPage } }) => {
      const typeId = BY_TYPE.exec(filter)?.[1];
      if (typeId === undefined || sortField !== 'createdAt') {
        throw new Error(`Rules can't be searched by ${filter} sorted by ${sortField} here.`);
      }
      const found = store.list().filter(({ ruleTypeId }) => ruleTypeId === typeId);
      const sorted = sortOrder === 'asc' ? found : [...found].reverse();
      return { data: sorted.slice(0, perPage).map(answer) };
    },
    create: async ({ data, options: { id } }) => {
      if (store.find(id)) throw new RuleConflictError(id);
      const params = getRuleType(data.alertTypeId).validate.params.validate(data.params);
      const rule: StoredRule = {
        id,
        name: data.name,
        ruleTypeId: data.alertTypeId,
        consumer: data.consumer,
        enabled: data.enabled,
        interval: data.schedule.interval,
        params: params as Record<string, unknown>,
        tags: data.tags,
        createdAt: now().toISOString(),
        ...(data.enabled && { enabledAt: now().toISOString() }),
      };
      await store.put(rule);
      schedule.follow(rule);
      return answer(rule);
    },
    async bulkEdit({ filter, operations, paramsModifier }) {
      const errors: Array<{ message: string; rule: { id: string } }> = [];
      const rules = store.list().filter(({ id }) => filter === `alert.id: "alert:${id}"`);
      const [plan] = operations;
      for (const { id } of rules) {
        try {
          await inTurn(async () => {
            const rule = getRule(id);
            const { modifiedParams } = await paramsModifier(rule.params);
            const params = getRuleType(rule.ruleTypeId).validate.params.validate(modifiedParams);
            const changed: StoredRule = {
              ...rule,
              interval: plan?.value.interval ?? rule.interval,
              params: params as Record<string, unknown>,
            };
            await store.put(changed);
            schedule.follow(changed);
          });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          errors.push({ message, rule: { id } });
        }
      }
      return { errors, total: rules.length };
    },
    enable: ({ id }) => setEnabled(id, true),
    disable: ({ id }) => setEnabled(id, false),
    runSoon: async ({ id }) => request(getRule(id).id),
  };
};

const toRule = (rule: StoredRule, { store, schedule }: RulesClientOptions): Rule => {
  const lastRun = store.findRun(rule.id)?.lastRun;
  return {
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
    schedule: { interval: rule.interval },
    params: rule.params,
    tags: [...rule.tags],
    // As in Kibana, a rule that has never run carries the time it was made.
    executionStatus: { lastExecutionDate: new Date(lastRun?.startedAt ?? rule.createdAt) },
    lastRun: lastRun ? { outcome: lastRun.outcome, outcomeMsg: [...lastRun.messages] } : null,
    nextRun: schedule.findNextRun(rule.id) ?? null,
  };
};
