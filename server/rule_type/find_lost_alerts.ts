import type { AlertWriter } from '../ports/alert_writer';
import type { KnownMatches } from './known_matches';
import type { UnconfirmedAlert } from './rule_state';

/**
 * Runs that try to store one alert. At the usual interval they take an hour: longer than a store is down, short enough
 * that events which no index takes do not hold up all later ones for good.
 */
const MOST_ATTEMPTS = 12;

export interface LostAlerts {
  /** To be raised again. */
  readonly retried: readonly UnconfirmedAlert[];
  /** Tried often enough. */
  readonly abandoned: readonly UnconfirmedAlert[];
}

/** Which alerts of the last run never reached the store: alerting only logs such a failure. */
export const findLostAlerts = async (
  unconfirmed: readonly UnconfirmedAlert[],
  alerts: AlertWriter,
  known: Pick<KnownMatches, 'confirm'>
): Promise<LostAlerts> => {
  if (unconfirmed.length === 0) return { retried: [], abandoned: [] };
  const stored = await alerts.findStoredIds(unconfirmed.map(({ instanceId }) => instanceId));
  stored.forEach((instanceId) => known.confirm(instanceId));
  const lost = unconfirmed.filter(({ instanceId }) => !stored.has(instanceId));
  const isAbandoned = ({ attempts }: UnconfirmedAlert): boolean => attempts >= MOST_ATTEMPTS;
  return {
    retried: lost.filter((alert) => !isAbandoned(alert)),
    abandoned: lost.filter(isAbandoned),
  };
};
