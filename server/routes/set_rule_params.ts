import { i18n } from '@kbn/i18n';
import { setRuleParams } from '../../common/api/set_rule_params';
import { EqlError } from '../../common/eql/errors/eql_error';
import { toEqlErrorReport } from '../../common/eql/to_eql_error_report';
import { DomainError } from '../../common/errors/domain_error';
import { parseRuleQuery } from '../../common/rule/parse_rule_query';
import { getRulesClient } from '../kibana_version';
import { findRule, toRuleStatus } from './find_rule';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerSetRuleParams = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, setRuleParams, async (request) => {
    const { params, interval } = request.body;
    checkQuery(params.query);
    const rules = await getRulesClient(await dependencies.getAlerting(), request);
    const rule = await findRule(rules);
    if (!rule) throw new DomainError('rule_not_found');
    const { id, name, tags, actions, throttle = null, notifyWhen = null } = rule;
    const data = { name, tags, actions, throttle, notifyWhen, params, schedule: { interval } };
    await rules.update({ id, data });
    return toRuleStatus(await findRule(rules));
  });

/** @throws DomainError `rule_invalid` with the mistake and its place */
const checkQuery = (query: string): void => {
  try {
    parseRuleQuery(query);
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    const problem = toEqlErrorReport(error, i18n.translate);
    throw new DomainError('rule_invalid', { problem }, { cause: error });
  }
};
