import { i18n } from '@kbn/i18n';

export const toPageTitle = (): string =>
  i18n.translate('webServerRce.alerts.title', { defaultMessage: 'Web server attacks' });
