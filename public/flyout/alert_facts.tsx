import { EuiFlexGroup, EuiFlexItem, EuiText, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toReadersLanguage } from '../../common/rule/to_readers_language';
import { SeverityMark } from '../alerts/severity_mark';
import { StatusBadge } from '../alerts/status_badge';
import { useHost } from '../app/host';
import { SecurityBadge } from '../security_alerts/security_badge';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';

/** Status, severity, risk, time, source and rule of an alert in one line. */
export const AlertFacts = ({ alert }: { alert: Alert }): ReactElement => {
  const { locale } = useHost();
  const time = useTimeFormat();
  return (
    <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <StatusBadge status={alert.status} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <SeverityMark severity={alert.severity} />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          {i18n.translate('webServerRce.flyout.risk', {
            defaultMessage: 'Risk {score}',
            values: { score: alert.riskScore },
          })}
        </EuiText>
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiText size="s">
          <EuiToolTip content={time.relative(alert.eventTime)}>
            <span>{time.full(alert.eventTime)}</span>
          </EuiToolTip>
        </EuiText>
      </EuiFlexItem>
      {alert.request !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiText size="s" data-test-subj="webServerRceAlertSource">
            {i18n.translate('webServerRce.flyout.source', {
              defaultMessage: 'From {address}',
              values: { address: alert.request.address },
            })}
          </EuiText>
        </EuiFlexItem>
      )}
      {alert.securityAlertIds !== undefined && (
        <EuiFlexItem grow={false}>
          <SecurityBadge alert={alert} />
        </EuiFlexItem>
      )}
      <EuiFlexItem style={{ minWidth: 0 }}>
        <EuiText
          size="s"
          color="subdued"
          style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          <VisibleText text={toReadersLanguage(alert.ruleName, locale)} />
        </EuiText>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
