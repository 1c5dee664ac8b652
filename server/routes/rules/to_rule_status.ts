import type { Rule } from '@kbn/alerting-plugin/server';
import type { PresentRule } from '../../../common/api/rule_status';
import { ruleParamsSchema } from '../../../common/rule/rule_params';

/** Alerting's rule in our API's words. A rule that has never run has an execution date but no last run. */
export const toRuleStatus = (rule: Rule, isCopy: boolean): PresentRule => {
  const messages = rule.lastRun?.outcomeMsg ?? [];
  const params = ruleParamsSchema.parse(rule.params);
  return {
    kind: 'present',
    id: rule.id,
    ruleId: params.ruleId,
    isCopy,
    name: rule.name,
    enabled: rule.enabled,
    interval: rule.schedule.interval,
    params,
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
