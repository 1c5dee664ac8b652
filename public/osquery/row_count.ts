import { i18n } from '@kbn/i18n';

export const toRowCount = (total: number): string =>
  i18n.translate('webServerRce.run.rows', {
    defaultMessage: '{total, plural, one {# row} other {# rows}}',
    values: { total },
  });
