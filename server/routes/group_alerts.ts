import { groupAlerts } from '../../common/api/groups/group_alerts';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerGroupAlerts = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, groupAlerts, async (request) => {
    const store = await dependencies.adapters.getAlertStore(request);
    const { by, ...filter } = request.body;
    return store.group(filter, by);
  });
