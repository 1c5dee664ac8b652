import type { Rule, RuleUpdate } from '@kbn/alerting-plugin/server';

/**
 * What an update has to repeat, because alerting takes an omitted field for an emptied one. Where actions say how often they
 * fire, alerting refuses to hear that of the rule too, even as null.
 */
export const toKeptFields = (rule: Rule): Omit<RuleUpdate, 'params' | 'schedule'> => {
  const { name, tags, actions, systemActions, artifacts, throttle, notifyWhen } = rule;
  const isPerAction = actions.some(({ frequency }) => frequency !== undefined);
  return {
    name,
    tags,
    actions,
    ...(systemActions && { systemActions }),
    ...(artifacts && { artifacts }),
    ...(!isPerAction && { throttle: throttle ?? null, notifyWhen: notifyWhen ?? null }),
  };
};
