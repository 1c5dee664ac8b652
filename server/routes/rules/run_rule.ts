import { runRule } from '../../../common/api/run_rule';
import { DomainError } from '../../../common/errors/domain_error';
import { getRules } from './get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';

export const registerRunRule = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, runRule, async (request) => {
    const { rules, catalogue } = await getRules(dependencies, request);
    const rule = await catalogue.get(request.params.id);
    if (rule.kind === 'absent') throw new DomainError('rule_not_found', {});
    await rules.runSoon({ id: rule.id });
    return { rules: await catalogue.list() };
  });
