import { i18n } from '@kbn/i18n';
import type { ConditionKind } from '../../common/exception/exception_conditions';

export const toConditionName = (kind: ConditionKind): string => {
  switch (kind) {
    case 'server':
      return i18n.translate('webServerRce.condition.server', { defaultMessage: 'Server' });
    case 'program':
      return i18n.translate('webServerRce.condition.program', { defaultMessage: 'Program' });
    case 'command':
      return i18n.translate('webServerRce.condition.command', {
        defaultMessage: 'Command line, but for numbers',
      });
    case 'user':
      return i18n.translate('webServerRce.condition.user', { defaultMessage: 'User' });
    case 'host':
      return i18n.translate('webServerRce.condition.host', { defaultMessage: 'Host' });
  }
};
