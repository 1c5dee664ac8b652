import { i18n } from '@kbn/i18n';

/** What a damaged record means, and what to do. */
export const toRecordDamageSentence = (key: string): string =>
  i18n.translate('webServerRce.standalone.store.damagedRecord', {
    defaultMessage:
      'A stored record ({key}) is damaged and is left out; more of its kind may be, and are not told again. Check the disk; a backup of the store has it.',
    values: { key },
  });
