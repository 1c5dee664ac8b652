import type { RulesClient } from '@kbn/alerting-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import { getRulesClient } from '../../kibana_version';
import type { RouteDependencies } from '../route_dependencies';
import { createRuleCatalogue, type RuleCatalogue } from './rule_catalogue';

/** The rules as this request's user may see and change them, in the space the request is made in. */
export const getRules = async (
  { adapters, getAlerting }: RouteDependencies,
  request: KibanaRequest
): Promise<{ rules: RulesClient; catalogue: RuleCatalogue }> => {
  const rules = await getRulesClient(await getAlerting(), request);
  return { rules, catalogue: createRuleCatalogue(rules, await adapters.getSpaceId(request)) };
};
