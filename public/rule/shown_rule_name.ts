import type { RuleStatus } from '../../common/api/rule_status';
import type { Locale } from '../../common/i18n/locale';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import { toReadersLanguage } from '../../common/rule/to_readers_language';

/** A rule's name: the shipped one in the reader's language, one that somebody gave it as it is. */
export const toShownRuleName = (rule: RuleStatus, locale: Locale): string =>
  rule.kind === 'present'
    ? toReadersLanguage(rule.name, locale)
    : getRuleDefinition(rule.ruleId).text[locale].name;
