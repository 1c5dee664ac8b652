import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyoutFooter,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert, AlertStatus } from '../../common/alert/alert';
import { toStatusAction } from '../alerts/status_text';
import { useSetStatus } from '../alerts/use_set_status';
import { useHost } from '../app/host';
import { useCopy } from '../text/use_copy';

/** What comes after looking: take the alert on, or close it. */
export const FlyoutFooter = ({ alert }: { alert: Alert }): ReactElement => {
  const { mayWrite } = useHost();
  const copy = useCopy();
  return (
    <EuiFlyoutFooter>
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

/** The next steps from each status; the last one is the way on. */
const NEXT: Record<AlertStatus, readonly AlertStatus[]> = {
  open: ['closed', 'acknowledged'],
  acknowledged: ['open', 'closed'],
  closed: ['open'],
};

const StatusActions = ({ alert }: { alert: Alert }): ReactElement => {
  const { setStatus, isChanging } = useSetStatus();
  const steps = NEXT[alert.status];
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      {steps.map((status, index) => (
        <EuiFlexItem key={status} grow={false}>
          <EuiButton
            size="s"
            fill={index === steps.length - 1}
            isDisabled={isChanging}
            onClick={() => setStatus([alert], status)}
            data-test-subj={`webServerRceSet-${status}`}
          >
            {toStatusAction(status)}
          </EuiButton>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
};
