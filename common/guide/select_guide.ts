import type { Alert } from '../alert/alert';
import type { Locale } from '../i18n/locale';
import { getRuleDefinition } from '../rule/get_rule_definition';
import { toReadersLanguage } from '../rule/to_readers_language';

/** The markdown to show for an alert: the guide it was stored with, or that of its rule where it was stored without one. */
export const selectGuide = (
  { note, ruleId }: Pick<Alert, 'note' | 'ruleId'>,
  locale: Locale
): string =>
  note.trim() === ''
    ? getRuleDefinition(ruleId).text[locale].guide
    : toReadersLanguage(note, locale);
