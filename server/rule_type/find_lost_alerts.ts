import type { AlertWriter } from '../ports/alert_writer';
import type { UnconfirmedAlert } from './rule_state';

/** Which alerts of the last run never reached the store: alerting only logs such a failure. */
export const findLostAlerts = async (
  unconfirmed: readonly UnconfirmedAlert[],
  alerts: AlertWriter
): Promise<readonly UnconfirmedAlert[]> => {
  if (unconfirmed.length === 0) return [];
  const stored = await alerts.findStoredIds(unconfirmed.map(({ instanceId }) => instanceId));
  return unconfirmed.filter(({ instanceId }) => !stored.has(instanceId));
};
