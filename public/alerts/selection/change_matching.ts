import type { AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import { alertQuerySchema, findAlerts, type AlertFilter } from '../../../common/api/find_alerts';
import { setAlertStatus } from '../../../common/api/set_alert_status';
import type { VerdictChange } from '../../../common/triage/triage_change';
import { callEndpoint } from '../../api/call_endpoint';
import type { PageHost } from '../../app/host';
import { setSecurityStatus } from '../../security_alerts/set_security_status';
import { MOST_AT_ONCE } from '../use_set_status';

/** A slip must not change more than can be changed back. */
const MOST_CHANGED = 10_000;

/** What is done with all alerts that fit a filter; the filter must not fit those that have the status already. */
export interface MatchingChange {
  readonly filter: AlertFilter;
  readonly status: AlertStatus;
  /** Why they are closed. */
  readonly verdict?: VerdictChange;
}

/**
 * Brings every alert that fits a filter into a status, portion by portion, and answers them as they were.
 * @param onPortion told how many are changed so far; ends the work by answering false
 */
export const changeMatching = async (
  http: PageHost['http'],
  { filter, status, verdict }: MatchingChange,
  onPortion: (changed: number) => boolean = () => true
): Promise<ListedAlert[]> => {
  const query = alertQuerySchema.parse({ ...filter, perPage: MOST_AT_ONCE });
  const before = new Map<string, ListedAlert>();
  let goesOn = true;
  while (goesOn && before.size < MOST_CHANGED) {
    const { alerts } = await callEndpoint(http, findAlerts, { body: query });
    // What is changed already may still be found until the store has noticed.
    const fresh = alerts.filter(({ id }) => !before.has(id));
    if (fresh.length === 0) break;
    const ids = fresh.map(({ id }) => id);
    await setSecurityStatus(http, fresh, status);
    await callEndpoint(http, setAlertStatus, {
      body: { ids, status, ...(verdict === undefined ? {} : { verdict }) },
    });
    for (const alert of fresh) before.set(alert.id, alert);
    goesOn = onPortion(before.size);
  }
  return [...before.values()];
};
