import { setRuleParams } from '../../../common/api/set_rule_params';
import { DomainError } from '../../../common/errors/domain_error';
import { ruleParamsSchema } from '../../../common/rule/rule_params';
import { checkRuleQuery } from './check_rule_query';
import { getRules } from './get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import { toKeptFields } from './to_kept_fields';

export const registerSetRuleParams = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, setRuleParams, async (request) => {
    const { params, interval } = request.body;
    checkRuleQuery(params.query);
    const { rules, catalogue } = await getRules(dependencies, request);
    const { kind, id, ruleId } = await catalogue.get(request.params.id);
    if (kind === 'absent') throw new DomainError('rule_not_found', {});
    const stored = await rules.get({ id });
    // A form that was opened before an exception was added must not take it away.
    const { exceptions } = ruleParamsSchema.parse(stored.params);
    const changed = { ...stored.params, ...params, ruleId, exceptions };
    await rules.update({
      id,
      data: { ...toKeptFields(stored), params: changed, schedule: { interval } },
    });
    return { rules: await catalogue.list() };
  });
