import type { RuleRun } from '../../server/ports/adapters';
import type { AlertWriter } from '../../server/ports/alert_writer';
import { createAlertReporter } from '../../server/rule_type/reporting/create_alert_reporter';
import { toAlertUuid } from '../kibana/alerting/to_alert_uuid';
import type { AlertRecords } from '../store/alerts/alert_records';

/** Reports through alerting's alertsClient; what is stored already is a look-up by key. */
export const createLocalAlertWriter = (
  { rule, services }: RuleRun,
  alerts: AlertRecords
): AlertWriter => {
  const reporter = createAlertReporter({
    alertsClient: services.alertsClient,
    ruleName: rule.name,
    toUrl: () => undefined,
  });
  return {
    ...reporter,
    // The store keeps one record of each instance, whatever is reported of it.
    async grow(grown) {
      grown.forEach((alert) => reporter.report(alert));
      return 0;
    },
    storesAfterRun: false,
    // The store folds in the transaction that stores.
    foldRows: async () => undefined,
    findStored: async (instanceIds) =>
      instanceIds
        .map((id) => alerts.find(toAlertUuid(id)))
        .filter((document) => document !== undefined),
    findStoredIds: async (instanceIds) =>
      new Set(instanceIds.filter((id) => alerts.has(toAlertUuid(id)))),
  };
};
