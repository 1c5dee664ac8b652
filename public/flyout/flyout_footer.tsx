import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyoutFooter,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Alert, AlertStatus } from '../../common/alert/alert';
import { toStatusAction } from '../alerts/status_text';
import { useSetStatus } from '../alerts/use_set_status';
import { useHost } from '../app/host';
import { ExceptionForm } from '../exception/exception_form';
import { useAlertRule } from '../exception/use_alert_rule';
import { useCopy } from '../text/use_copy';
import { GivenVerdictLine } from '../triage/given_verdict_line';
import { VerdictButton } from '../triage/verdict_button';

/** What comes after looking: take the alert on, or close it. */
export const FlyoutFooter = ({ alert }: { alert: Alert }): ReactElement => {
  const { mayWrite } = useHost();
  const copy = useCopy();
  return (
    <EuiFlyoutFooter>
      <GivenVerdictLine alert={alert} />
      <EuiFlexGroup
        justifyContent="spaceBetween"
        alignItems="center"
        gutterSize="s"
        responsive={false}
      >
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="link"
            flush="left"
            onClick={() => copy(window.location.href)}
          >
            {i18n.translate('webServerRce.flyout.copyLink', { defaultMessage: 'Copy link' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {mayWrite ? (
            <StatusActions alert={alert} />
          ) : (
            <EuiText size="xs" color="subdued">
              {i18n.translate('webServerRce.flyout.readOnly', {
                defaultMessage: 'Changing the status needs the privilege “All” of Web Server RCE.',
              })}
            </EuiText>
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiFlyoutFooter>
  );
};

/** The next steps from each status, beside the verdict. */
const NEXT: Record<AlertStatus, readonly AlertStatus[]> = {
  open: ['closed', 'acknowledged'],
  acknowledged: ['open', 'closed'],
  closed: ['open'],
};

const StatusActions = ({ alert }: { alert: Alert }): ReactElement => {
  const { setStatus, isChanging } = useSetStatus();
  const { rule } = useAlertRule(alert);
  // Stays here: a saved verdict closes the alert, and the button that gave it is gone.
  const [isExcepting, setExcepting] = useState(false);
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      {NEXT[alert.status].map((status) => (
        <EuiFlexItem key={status} grow={false}>
          <EuiButton
            size="s"
            fill={alert.status === 'closed'}
            isDisabled={isChanging}
            onClick={() => setStatus([alert], status)}
            data-test-subj={`webServerRceSet-${status}`}
          >
            {toStatusAction(status)}
          </EuiButton>
        </EuiFlexItem>
      ))}
      {alert.status !== 'closed' && (
        <EuiFlexItem grow={false}>
          <VerdictButton alert={alert} onException={rule && (() => setExcepting(true))} />
        </EuiFlexItem>
      )}
      {isExcepting && rule !== undefined && (
        <ExceptionForm rule={rule} alert={alert} onClose={() => setExcepting(false)} />
      )}
    </EuiFlexGroup>
  );
};
