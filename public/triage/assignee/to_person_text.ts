import { i18n } from '@kbn/i18n';
import { toVisible } from '../../text/split_hidden';

/** A user, or the reader himself. */
export const toPersonText = (name: string, me: string | undefined): string =>
  name === me
    ? i18n.translate('webServerRce.assignee.me', {
        defaultMessage: 'Me ({name})',
        values: { name: toVisible(name) },
      })
    : toVisible(name);
