import { setRuleParams } from '../../../common/api/set_rule_params';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';
import type { ChangeRule } from './change_rule';
import { checkRuleQuery } from './check_rule_query';

export const registerSetRuleParams = (
  dependencies: RouteDependencies,
  changeRule: ChangeRule
): void =>
  registerEndpoint(dependencies, setRuleParams, (request) => {
    const { params, interval } = request.body;
    checkRuleQuery(params.query);
    return changeRule(
      request,
      // A form that was opened before an exception was added must not take it away.
      ({ ruleId, exceptions, ...stored }) => ({ ...stored, ...params, ruleId, exceptions }),
      { interval }
    );
  });
