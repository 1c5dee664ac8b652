import { i18n } from '@kbn/i18n';
import type { Alert, AlertStatus } from '../../common/alert/alert';
import { isSecurityAlert } from '../../common/alert/security/is_security_alert';
import { toApiError } from '../api/api_error';
import type { PageHost } from '../app/host';

/** The detection engine's public API; its version is a date in every Kibana. */
const STATUS_PATH = '/api/detection_engine/signals/status';
const API_VERSION = '2023-10-31';

/**
 * Brings Elastic Security's alerts of some rows into a status, with the reader's rights there.
 * @returns what is to be said where an alert of ours has some that were not changed: ours can be changed all the same
 * @throws ApiError where the row is Elastic Security's own
 */
export const setSecurityStatus = async (
  http: PageHost['http'],
  alerts: readonly Pick<Alert, 'id' | 'securityAlertIds'>[],
  status: AlertStatus
): Promise<string | undefined> => {
  const set = async (rows: typeof alerts): Promise<void> => {
    const ids = rows.flatMap(({ securityAlertIds = [] }) => securityAlertIds);
    if (ids.length === 0) return;
    await http.fetch(STATUS_PATH, {
      method: 'POST',
      version: API_VERSION,
      body: JSON.stringify({ status, signal_ids: ids }),
    });
  };
  try {
    await set(alerts.filter(isSecurityAlert));
  } catch (cause) {
    throw toApiError(cause);
  }
  try {
    await set(alerts.filter((alert) => !isSecurityAlert(alert)));
    return undefined;
  } catch (cause) {
    return i18n.translate('webServerRce.security.notChanged', {
      defaultMessage: 'Elastic Security’s alerts of the same command were not changed. {message}',
      values: { message: toApiError(cause).message },
    });
  }
};
