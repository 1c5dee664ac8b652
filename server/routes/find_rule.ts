import type { Rule, RulesClient } from '@kbn/alerting-plugin/server';
import type { RuleStatus } from '../../common/api/get_rule';
import { RULE_TYPE_ID } from '../../common/product';
import { ruleParamsSchema } from '../../common/rule/rule_params';

/** The rule of our type in the caller's space: the oldest, should somebody have made several. */
export const findRule = async (rules: RulesClient): Promise<Rule | undefined> => {
  const { data } = await rules.find({
    options: {
      filter: `alert.attributes.alertTypeId: "${RULE_TYPE_ID}"`,
      sortField: 'createdAt',
      sortOrder: 'asc',
      perPage: 1,
    },
  });
  return data[0];
};

/** Alerting's rule in our API's words. A rule that has never run has an execution date but no last run. */
export const toRuleStatus = (rule: Rule | undefined): RuleStatus => {
  if (!rule) return { kind: 'absent' };
  const messages = rule.lastRun?.outcomeMsg ?? [];
  return {
    kind: 'present',
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
    interval: rule.schedule.interval,
    params: ruleParamsSchema.parse(rule.params),
    ...(rule.lastRun && {
      lastRun: {
        outcome: rule.lastRun.outcome,
        messages: typeof messages === 'string' ? [messages] : messages,
        startedAt: rule.executionStatus.lastExecutionDate.toISOString(),
      },
    }),
    ...(rule.enabled && rule.nextRun && { nextRun: rule.nextRun.toISOString() }),
  };
};
