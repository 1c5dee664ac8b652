import { findAlerts } from '../../common/api/find_alerts';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerFindAlerts = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, findAlerts, async (request) => {
    const store = await dependencies.adapters.getAlertStore(request);
    return store.find(request.body);
  });
