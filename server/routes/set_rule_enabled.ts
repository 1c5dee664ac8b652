import type { RulesClient } from '@kbn/alerting-plugin/server';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import { FEATURE_ID, RULE_TYPE_ID } from '../../common/product';
import { webServerRule } from '../../common/rule/rule';
import { shippedRuleParams } from '../../common/rule/rule_params';
import { getRuleText } from '../../common/rule/rule_text';
import type { Locale } from '../../common/i18n/locale';
import { getRulesClient, switchRule } from '../kibana_version';
import { findRule, toRuleStatus } from './find_rule';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerSetRuleEnabled = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, setRuleEnabled, async (request) => {
    const rules = await getRulesClient(await dependencies.getAlerting(), request);
    const { enabled } = request.body;
    const rule = await findRule(rules);
    if (!rule && enabled) return toRuleStatus(await createShippedRule(rules, dependencies.locale));
    if (rule && rule.enabled !== enabled) await switchRule(rules, rule.id, enabled);
    return toRuleStatus(await findRule(rules));
  });

const createShippedRule = (rules: RulesClient, locale: Locale) =>
  rules.create({
    data: {
      name: getRuleText(locale).name,
      alertTypeId: RULE_TYPE_ID,
      consumer: FEATURE_ID,
      schedule: { interval: webServerRule.interval },
      params: shippedRuleParams,
      enabled: true,
      tags: [...webServerRule.tags],
      actions: [],
    },
  });
