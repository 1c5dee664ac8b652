import type { RulesClient } from '@kbn/alerting-plugin/server';
import type { AbsentRule } from '../../../common/api/rule_status';
import { setRuleEnabled } from '../../../common/api/set_rule_enabled';
import type { Locale } from '../../../common/i18n/locale';
import { FEATURE_ID, RULE_TYPE_ID } from '../../../common/product';
import { getRuleDefinition } from '../../../common/rule/get_rule_definition';
import { toShippedParams } from '../../../common/rule/rule_params';
import { findRefusalStatus } from '../../find_refusal_status';
import { switchRule } from '../../kibana_version';
import { getRules } from './get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';

export const registerSetRuleEnabled = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, setRuleEnabled, async (request) => {
    const { rules, catalogue } = await getRules(dependencies, request);
    const { enabled } = request.body;
    const rule = await catalogue.get(request.params.id);
    if (rule.kind === 'absent') {
      if (enabled) await createShippedRule(rules, rule, dependencies.locale);
    } else if (rule.enabled !== enabled) {
      await switchRule(rules, rule.id, enabled);
    }
    return { rules: await catalogue.list() };
  });

/** Somebody else who has just created it wanted the same. */
const createShippedRule = async (
  rules: RulesClient,
  { id, ruleId }: AbsentRule,
  locale: Locale
): Promise<void> => {
  const rule = getRuleDefinition(ruleId);
  const data = {
    name: rule.text[locale].name,
    alertTypeId: RULE_TYPE_ID,
    consumer: FEATURE_ID,
    schedule: { interval: rule.interval },
    params: toShippedParams(rule),
    enabled: true,
    tags: [...rule.tags],
    actions: [] as [],
  };
  await rules.create({ data, options: { id } }).catch((error: unknown) => {
    if (findRefusalStatus(error) !== 409) throw error;
  });
};
