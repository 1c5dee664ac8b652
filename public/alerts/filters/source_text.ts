import { i18n } from '@kbn/i18n';
import { UNKNOWN_SOURCE } from '../../../common/alert/request/source_address';

/** The address that alerts came from, or that they hold none. */
export const toSourceText = (source: string): string =>
  source === UNKNOWN_SOURCE
    ? i18n.translate('webServerRce.source.unknown', { defaultMessage: 'Source not certain' })
    : source;
