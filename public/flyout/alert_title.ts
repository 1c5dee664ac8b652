import { i18n } from '@kbn/i18n';
import type { Alert } from '../../common/alert/alert';
import { toAlertSummary } from '../../common/alert/alert_summary';
import { toVisible } from '../text/split_hidden';

/** What happened, in so few words that it fits a heading and a browser tab. */
export const toAlertTitle = (alert: Alert): string => {
  const { parent = '?', process = '?', host = '?' } = toAlertSummary(alert.event);
  return i18n.translate('webServerRce.flyout.title', {
    defaultMessage: '{parent} → {process} on {host}',
    values: { parent: toVisible(parent), process: toVisible(process), host: toVisible(host) },
  });
};
