import { i18n } from '@kbn/i18n';

export const RULE_TABS = ['settings', 'exceptions', 'runs'] as const;
export type RuleTab = (typeof RULE_TABS)[number];

/** Address of a rule's page. */
export const toRulePath = (id: string, tab: RuleTab = 'settings'): string =>
  `/rules/${encodeURIComponent(id)}${tab === 'settings' ? '' : `/${tab}`}`;

export const toRuleTabName = (tab: RuleTab): string => {
  switch (tab) {
    case 'settings':
      return i18n.translate('webServerRce.ruleTab.settings', { defaultMessage: 'Settings' });
    case 'exceptions':
      return i18n.translate('webServerRce.ruleTab.exceptions', { defaultMessage: 'Exceptions' });
    case 'runs':
      return i18n.translate('webServerRce.ruleTab.runs', { defaultMessage: 'Runs' });
  }
};
