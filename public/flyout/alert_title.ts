import { i18n } from '@kbn/i18n';
import type { Alert } from '../../common/alert/alert';
import { LOCALES, type Locale } from '../../common/i18n/locale';
import { getRuleText } from '../../common/rule/rule_text';
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

/** The shipped rule's name in the reader's language, whatever language the alert was raised in; else as stored. */
export const toRuleName = (alert: Alert, locale: Locale): string => {
  const isShipped = LOCALES.some((known) => getRuleText(known).name === alert.ruleName);
  return isShipped ? getRuleText(locale).name : alert.ruleName;
};
