import { DomainError } from '../../common/errors/domain_error';
import type { RuleRun } from '../../server/ports/adapters';
import type { AlertWriter } from '../../server/ports/alert_writer';
import { ACTION_GROUP } from '../../server/rule_type/rule_type';
import { toAlertUuid } from '../kibana/alerting/to_alert_uuid';
import type { AlertRecords } from '../store/alert_records';

/** Reports through alerting's alertsClient; what is stored already is a look-up by key. */
export const createLocalAlertWriter = (
  { services: { alertsClient } }: RuleRun,
  alerts: AlertRecords
): AlertWriter => {
  if (!alertsClient) throw new DomainError('dependency_missing', { dependency: 'alerting' });
  const mostAlerts = alertsClient.getAlertLimitValue();
  alertsClient.setAlertLimitReached(false);
  return {
    mostAlerts,
    findStoredIds: async (instanceIds) =>
      new Set(instanceIds.filter((id) => alerts.has(toAlertUuid(id)))),
    report({ instanceId, payload }) {
      alertsClient.report({ id: instanceId, actionGroup: ACTION_GROUP, payload: { ...payload } });
    },
  };
};
