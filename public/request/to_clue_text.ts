import { i18n } from '@kbn/i18n';
import type { RequestClue } from '../../common/request/rank_requests';

/** Why a request is likely the one that started the program. */
export const toClueText = (clue: RequestClue): string => {
  switch (clue) {
    case 'command':
      return i18n.translate('webServerRce.request.clueCommand', {
        defaultMessage: 'it holds the command',
      });
    case 'script':
      return i18n.translate('webServerRce.request.clueScript', {
        defaultMessage: 'it names the program',
      });
    case 'directory':
      return i18n.translate('webServerRce.request.clueDirectory', {
        defaultMessage: 'its path leads to the working directory',
      });
    case 'time':
      return i18n.translate('webServerRce.request.clueTime', {
        defaultMessage: 'it was under way at that moment',
      });
  }
};
