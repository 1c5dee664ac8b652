import { getRule } from '../../common/api/get_rule';
import { getRulesClient } from '../kibana_version';
import { findRule, toRuleStatus } from './find_rule';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerGetRule = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getRule, async (request) => {
    const rules = await getRulesClient(await dependencies.getAlerting(), request);
    return toRuleStatus(await findRule(rules));
  });
