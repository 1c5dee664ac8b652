import { i18n } from '@kbn/i18n';
import { useCallback } from 'react';
import { useHost } from '../app/host';
import { copyText } from './copy_text';

/** Copies a text exactly, hidden characters and all, and says whether it worked. */
export const useCopy = (): ((text: string) => void) => {
  const { notify } = useHost();
  return useCallback(
    (text: string) => {
      void copyText(text).then((worked) =>
        notify(
          worked
            ? {
                tone: 'success',
                title: i18n.translate('webServerRce.copy.done', { defaultMessage: 'Copied' }),
              }
            : {
                tone: 'danger',
                title: i18n.translate('webServerRce.copy.failed', {
                  defaultMessage:
                    'The browser did not let this page copy. Select the text and copy it yourself.',
                }),
              }
        )
      );
    },
    [notify]
  );
};
