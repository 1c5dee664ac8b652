import { i18n } from '@kbn/i18n';
import type { AlertSeverity, AlertStatus } from '../../common/alert/alert';

export const toStatusText = (status: AlertStatus): string => {
  switch (status) {
    case 'open':
      return i18n.translate('webServerRce.status.open', { defaultMessage: 'Open' });
    case 'acknowledged':
      return i18n.translate('webServerRce.status.acknowledged', { defaultMessage: 'Acknowledged' });
    case 'closed':
      return i18n.translate('webServerRce.status.closed', { defaultMessage: 'Closed' });
  }
};

/** The verb that brings an alert into a status. */
export const toStatusAction = (status: AlertStatus): string => {
  switch (status) {
    case 'open':
      return i18n.translate('webServerRce.status.reopen', { defaultMessage: 'Reopen' });
    case 'acknowledged':
      return i18n.translate('webServerRce.status.acknowledge', { defaultMessage: 'Acknowledge' });
    case 'closed':
      return i18n.translate('webServerRce.status.close', { defaultMessage: 'Mark as closed' });
  }
};

export const toSeverityText = (severity: AlertSeverity): string => {
  switch (severity) {
    case 'low':
      return i18n.translate('webServerRce.severity.low', { defaultMessage: 'Low' });
    case 'medium':
      return i18n.translate('webServerRce.severity.medium', { defaultMessage: 'Medium' });
    case 'high':
      return i18n.translate('webServerRce.severity.high', { defaultMessage: 'High' });
    case 'critical':
      return i18n.translate('webServerRce.severity.critical', { defaultMessage: 'Critical' });
  }
};
