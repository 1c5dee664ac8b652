import { i18n } from '@kbn/i18n';

/** What damaged blocks mean, and what to do. */
export const toDamageSentence = (minute: number, count: number): string =>
  i18n.translate('webServerRce.standalone.store.damagedBlock', {
    defaultMessage:
      'Stored events of {minute} are damaged and are skipped: nothing can be found in them. {count, plural, one {It is the first damaged block} other {Damaged blocks so far: #}}. Check the disk; events can be read again from their source into a new --data directory.',
    values: { minute: new Date(minute).toISOString(), count },
  });
