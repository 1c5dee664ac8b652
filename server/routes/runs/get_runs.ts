import { getRuns } from '../../../common/api/runs/get_runs';
import { getRules } from '../rules/get_rules';
import { registerEndpoint } from '../register_endpoint';
import type { RouteDependencies } from '../route_dependencies';

export const registerGetRuns = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getRuns, async (request) => {
    const { adapters } = dependencies;
    const { catalogue } = await getRules(dependencies, request);
    // Whoever sees the rule sees its runs.
    const { id } = await catalogue.get(request.params.id);
    const store = adapters.getRunStore(await adapters.getSpaceId(request));
    return { history: await store.get(id) };
  });
