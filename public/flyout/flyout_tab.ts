import { i18n } from '@kbn/i18n';

/** In the order of the work: see what happened, look further, act; and everything that is known. */
export const FLYOUT_TABS = ['story', 'investigate', 'respond', 'details'] as const;
export type FlyoutTab = (typeof FLYOUT_TABS)[number];

export const toTabName = (tab: FlyoutTab): string => {
  switch (tab) {
    case 'story':
      return i18n.translate('webServerRce.tab.story', { defaultMessage: 'Story' });
    case 'investigate':
      return i18n.translate('webServerRce.tab.investigate', { defaultMessage: 'Investigate' });
    case 'respond':
      return i18n.translate('webServerRce.tab.respond', { defaultMessage: 'Respond' });
    case 'details':
      return i18n.translate('webServerRce.tab.details', { defaultMessage: 'Details' });
  }
};
