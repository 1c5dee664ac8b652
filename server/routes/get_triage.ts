import { getTriage } from '../../common/api/triage/get_triage';
import { withReopening } from '../../common/triage/with_reopening';
import { getStoredAlert } from './get_alert';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerGetTriage = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, getTriage, async (request) => {
    const { adapters } = dependencies;
    // Who may not see the alert learns nothing of the work on it.
    const alert = await getStoredAlert(adapters, request);
    const store = await adapters.getTriageStore(request);
    return { triage: withReopening((await store.get(alert.rowId)).triage, alert) };
  });
