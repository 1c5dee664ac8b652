import { findAlerts, type AlertPage } from '../../common/api/find_alerts';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import type { Kibana } from './kibana';
import { until } from './until';

/** Task manager needs its polls, and a Kibana that has just started is slow. */
const FIRST_RUN_SECONDS = 120;

/** Switches the rule on and waits for alerts. */
export const getAlertsOfEnabledRule = async (kibana: Kibana): Promise<AlertPage> => {
  await kibana.call(setRuleEnabled, { body: { enabled: true } });
  return until('alerts of the enabled rule', FIRST_RUN_SECONDS, async () => {
    const page = await kibana.call(findAlerts, { body: { perPage: 100 } });
    return page.total > 0 ? page : undefined;
  });
};
