import { i18n } from '@kbn/i18n';

/** A name for a query that the guide gives none, or that somebody started elsewhere. */
export const toRunLabel = (label: string): string =>
  label === ''
    ? i18n.translate('webServerRce.run.unnamed', { defaultMessage: 'Osquery query' })
    : label;
