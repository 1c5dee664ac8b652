import type { KibanaRequest } from '@kbn/core/server';
import type { Alert } from '../../common/alert/alert';
import { getAlert } from '../../common/api/get_alert';
import { DomainError } from '../../common/errors/domain_error';
import type { Adapters } from '../ports/adapters';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerGetAlert = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getAlert, async (request) => ({
    alert: await getStoredAlert(dependencies.adapters, request),
  }));

/** @throws DomainError `alert_not_found` when there is none or the caller may not see it */
export const getStoredAlert = async (
  adapters: Adapters,
  request: KibanaRequest<{ id: string }>
): Promise<Alert> => {
  const store = await adapters.getAlertStore(request);
  const alert = await store.findById(request.params.id);
  if (!alert) throw new DomainError('alert_not_found', { id: request.params.id });
  return alert;
};
