import { listRules } from '../../../common/api/list_rules';
import { getRules } from './get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';

export const registerListRules = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, listRules, async (request) => {
    const { catalogue } = await getRules(dependencies, request);
    return { rules: await catalogue.list() };
  });
