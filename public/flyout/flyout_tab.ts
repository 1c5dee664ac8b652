import { i18n } from '@kbn/i18n';

export const FLYOUT_TABS = ['overview', 'guide', 'runs', 'rule', 'event'] as const;
export type FlyoutTab = (typeof FLYOUT_TABS)[number];

export const toTabName = (tab: FlyoutTab): string => {
  switch (tab) {
    case 'overview':
      return i18n.translate('webServerRce.tab.overview', { defaultMessage: 'What happened' });
    case 'guide':
      return i18n.translate('webServerRce.tab.guide', { defaultMessage: 'Investigation guide' });
    case 'runs':
      return i18n.translate('webServerRce.tab.runs', { defaultMessage: 'Osquery runs' });
    case 'rule':
      return i18n.translate('webServerRce.tab.rule', { defaultMessage: 'Rule' });
    case 'event':
      return i18n.translate('webServerRce.tab.event', { defaultMessage: 'Raw event' });
  }
};
