import type { AlertsClient } from '@kbn/alerting-plugin/server';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { toAlertContext } from '../../../common/alert/to_alert_context';
import { DomainError } from '../../../common/errors/domain_error';
import { ACTION_GROUP, RISEN_ACTION_GROUP } from '../../../common/product';
import type { AlertWriter } from '../../ports/alert_writer';

interface ReporterOptions {
  readonly alertsClient: AlertsClient | null;
  readonly ruleName: string;
  /** Where the alert with this id opens, undefined where the host does not know its own address. */
  toUrl(uuid: string): string | undefined;
}

/**
 * Hands a run's alerts to alerting, which stores them after the run and tells its actions.
 * @throws DomainError `dependency_missing` where framework alerts are switched off
 */
export const createAlertReporter = ({
  alertsClient,
  ruleName,
  toUrl,
}: ReporterOptions): Pick<AlertWriter, 'mostAlerts' | 'report'> => {
  if (!alertsClient) {
    throw new DomainError('dependency_missing', { dependency: 'alerting (framework alerts)' });
  }
  const mostAlerts = alertsClient.getAlertLimitValue();
  // Who asks for the limit has to say whether it was reached. Ours loses no alert, so alerting has nothing to warn of.
  alertsClient.setAlertLimitReached(false);
  return {
    mostAlerts,
    report({ instanceId: id, payload, isRisen }) {
      const actionGroup = isRisen === true ? RISEN_ACTION_GROUP : ACTION_GROUP;
      // The alert's id is known only once it is reported.
      const { uuid } = alertsClient.report({ id, actionGroup, payload: {} });
      const alertUrl = toUrl(uuid);
      alertsClient.setAlertData({
        id,
        payload: { ...payload, ...(alertUrl !== undefined && { [ALERT_FIELD.url]: alertUrl }) },
        context: toAlertContext(payload, { ruleName, alertUrl }),
      });
      return uuid;
    },
  };
};
