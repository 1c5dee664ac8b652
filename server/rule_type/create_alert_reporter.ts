import type { AlertsClient } from '@kbn/alerting-plugin/server';
import { DomainError } from '../../common/errors/domain_error';
import { ACTION_GROUP } from '../../common/product';
import type { AlertWriter } from '../ports/alert_writer';

/**
 * Hands a run's alerts to alerting, which stores them after the run.
 * @throws DomainError `dependency_missing` where framework alerts are switched off
 */
export const createAlertReporter = (
  alertsClient: AlertsClient | null
): Pick<AlertWriter, 'mostAlerts' | 'report'> => {
  if (!alertsClient) {
    throw new DomainError('dependency_missing', { dependency: 'alerting (framework alerts)' });
  }
  const mostAlerts = alertsClient.getAlertLimitValue();
  // Who asks for the limit has to say whether it was reached. Ours loses no alert, so alerting has nothing to warn of.
  alertsClient.setAlertLimitReached(false);
  return {
    mostAlerts,
    report({ instanceId, payload }) {
      alertsClient.report({ id: instanceId, actionGroup: ACTION_GROUP, payload: { ...payload } });
    },
  };
};
