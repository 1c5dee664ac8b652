import { findAlerts, type AlertPage } from '../../common/api/find_alerts';
import { listRules } from '../../common/api/list_rules';
import type { RuleStatus } from '../../common/api/rule_status';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import type { Kibana } from './kibana';
import { until } from './until';

/** Task manager needs its polls, and a Kibana that has just started is slow. */
const FIRST_RUN_SECONDS = 120;

/** The customer's rule, whether it has been created or not. */
export const getSeedRule = async (kibana: Kibana): Promise<RuleStatus> => {
  const { rules } = await kibana.call(listRules, {});
  const rule = rules.find(({ ruleId }) => ruleId === 'seed');
  if (!rule) throw new Error('The rule is not listed.');
  return rule;
};

/** Switches the rule on and waits for alerts. */
export const getAlertsOfEnabledRule = async (kibana: Kibana): Promise<AlertPage> => {
  const { id } = await getSeedRule(kibana);
  await kibana.call(setRuleEnabled, { params: { id }, body: { enabled: true } });
  return until('alerts of the enabled rule', FIRST_RUN_SECONDS, async () => {
    const page = await kibana.call(findAlerts, { body: { perPage: 100 } });
    return page.total > 0 ? page : undefined;
  });
};
