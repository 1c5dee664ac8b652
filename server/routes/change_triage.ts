import type { KibanaRequest } from '@kbn/core/server';
import { changeTriage } from '../../common/api/triage/change_triage';
import { DomainError } from '../../common/errors/domain_error';
import { applyChange } from '../../common/triage/apply_change';
import { findChangedStatus } from '../../common/triage/find_changed_status';
import type { Triage } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import { withReopening } from '../../common/triage/with_reopening';
import { getStoredAlert } from './get_alert';
import { registerEndpoint } from './register_endpoint';
import type { RouteDependencies } from './route_dependencies';

export const registerChangeTriage = (dependencies: RouteDependencies): void =>
  registerEndpoint(dependencies, changeTriage, async (request) => {
    const { adapters } = dependencies;
    const { change } = request.body;
    const alert = await getStoredAlert(adapters, request);
    const status = findChangedStatus(change);
    if (status !== undefined)
      await (await adapters.getAlertStore(request)).setStatus([alert.id], status);
    const triage = await recordChange(dependencies, request, alert.rowId, change);
    return { triage: withReopening(triage, alert) };
  });

/** So many people or pages may change one alert at the same moment. */
const MOST_TRIES = 8;

/**
 * Adds a change to what is stored, however many others do so at the same time.
 * @throws DomainError `triage_not_saved` where others are always faster
 */
export const recordChange = async (
  { adapters, now }: Pick<RouteDependencies, 'adapters' | 'now'>,
  request: KibanaRequest,
  rowId: string,
  change: TriageChange
): Promise<Triage> => {
  const store = await adapters.getTriageStore(request);
  const signature = { by: await adapters.findUserName(request), at: now().toISOString() };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { triage, version } = await store.get(rowId);
    const changed = applyChange(triage, change, signature);
    if (await store.save(rowId, { triage: changed, version })) return changed;
  }
  throw new DomainError('triage_not_saved', {});
};
