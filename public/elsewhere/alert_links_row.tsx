import { EuiFlexGroup, EuiFlexItem, EuiLink, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { isSecurityAlert } from '../../common/alert/security/is_security_alert';
import { findText } from '../../common/event/get_values';
import { useHost } from '../app/host';

/** The ways from an alert to other apps of Kibana; nothing where the reader has none of them. */
export const AlertLinksRow = ({ alert }: { alert: Alert }): ReactElement | null => {
  const { toDiscoverUrl, toSecurityHostUrl, toSecurityAlertUrl } = useHost().alertLinks;
  const hostName = findText(alert.event, 'host.name');
  const securityUrl = hostName === undefined ? undefined : toSecurityHostUrl?.(hostName);
  const alertUrl = isSecurityAlert(alert) ? toSecurityAlertUrl?.(alert) : undefined;
  if (toDiscoverUrl === undefined && securityUrl === undefined) return null;
  return (
    <EuiText size="s" data-test-subj="webServerRceAlertLinks">
      <EuiFlexGroup gutterSize="l" responsive={false} wrap>
        {toDiscoverUrl !== undefined && (
          <EuiFlexItem grow={false}>
            <EuiLink href={toDiscoverUrl(alert)} target="_blank">
              {i18n.translate('webServerRce.elsewhere.discover', {
                defaultMessage: 'Open in Discover: the host around the event',
              })}
            </EuiLink>
          </EuiFlexItem>
        )}
        {alertUrl !== undefined && (
          <EuiFlexItem grow={false}>
            <EuiLink href={alertUrl} target="_blank">
              {i18n.translate('webServerRce.elsewhere.securityAlert', {
                defaultMessage: 'Open the alert in Elastic Security',
              })}
            </EuiLink>
          </EuiFlexItem>
        )}
        {securityUrl !== undefined && (
          <EuiFlexItem grow={false}>
            <EuiLink href={securityUrl} target="_blank">
              {i18n.translate('webServerRce.elsewhere.securityHost', {
                defaultMessage: 'Open the host in Elastic Security',
              })}
            </EuiLink>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </EuiText>
  );
};
