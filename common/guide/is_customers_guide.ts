import type { Alert } from '../alert/alert';
import { LOCALES } from '../i18n/locale';
import { webServerRule } from '../rule/web_server_rule';
import { selectGuide } from './select_guide';

/** Whether an alert's guide is the one the customer gave, so that the places of its steps are known. */
export const isCustomersGuide = (alert: Pick<Alert, 'note' | 'ruleId'>): boolean =>
  LOCALES.some((locale) => selectGuide(alert, locale) === webServerRule.text[locale].guide);
