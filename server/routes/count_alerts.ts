import { countAlerts } from '../../common/api/count_alerts';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerCountAlerts = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, countAlerts, async (request) => {
    const store = await dependencies.adapters.getAlertStore(request);
    return { counts: await store.count(request.body.filters) };
  });
