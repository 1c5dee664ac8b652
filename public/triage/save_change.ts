import type { Alert } from '../../common/alert/alert';
import { changeTriage } from '../../common/api/triage/change_triage';
import { findChangedStatus } from '../../common/triage/find_changed_status';
import type { TriageChange } from '../../common/triage/triage_change';
import { callEndpoint } from '../api/call_endpoint';
import type { PageHost } from '../app/host';
import { setSecurityStatus } from '../security_alerts/set_security_status';

/**
 * Adds a change to what people did with an alert, and brings Elastic Security's alerts of its row into the status that comes of it.
 * @returns what is to be said where those were not changed
 * @throws ApiError where nothing was saved
 */
export const saveChange = async (
  http: PageHost['http'],
  alert: Pick<Alert, 'id' | 'securityAlertIds'>,
  change: TriageChange
): Promise<string | undefined> => {
  const status = findChangedStatus(change);
  const problem = status && (await setSecurityStatus(http, [alert], status));
  await callEndpoint(http, changeTriage, { params: { id: alert.id }, body: { change } });
  return problem;
};
