import { setAlertStatus } from '../../common/api/set_alert_status';
import { DomainError } from '../../common/errors/domain_error';
import { recordChange } from './change_triage';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerSetAlertStatus = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, setAlertStatus, async (request) => {
    const { ids, status, verdict } = request.body;
    const store = await dependencies.adapters.getAlertStore(request);
    const changed = await store.setStatus(ids, status);
    if (changed.length === 0) throw new DomainError('alert_not_found', { id: ids.join(', ') });
    const rowIds = [...new Set(changed.map(({ rowId }) => rowId))];
    const change = verdict ?? ({ kind: 'status', status } as const);
    await Promise.all(rowIds.map((rowId) => recordChange(dependencies, request, rowId, change)));
    return { ids: changed.map(({ id }) => id), status };
  });
