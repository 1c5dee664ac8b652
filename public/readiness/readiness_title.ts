import { i18n } from '@kbn/i18n';

export const READINESS_PATH = '/readiness';

export const toReadinessTitle = (): string =>
  i18n.translate('webServerRce.readiness.title', { defaultMessage: 'Readiness' });
