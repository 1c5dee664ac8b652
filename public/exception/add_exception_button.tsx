import { EuiButton, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { isSecurityAlert } from '../../common/alert/security/is_security_alert';
import { useHost } from '../app/host';
import { ExceptionForm } from './exception_form';
import { useAlertRule } from './use_alert_rule';

/** Makes an exception of the alert's rule from the alert's facts. */
export const AddExceptionButton = ({ alert }: { alert: Alert }): ReactElement | null => {
  const { mayWrite } = useHost();
  const { rule, isGone } = useAlertRule(alert);
  const [isOpen, setOpen] = useState(false);
  if (!mayWrite) return null;
  return (
    <>
      <EuiToolTip
        content={
          isSecurityAlert(alert)
            ? i18n.translate('webServerRce.exception.ofSecurity', {
                defaultMessage:
                  'The rule is Elastic Security’s: add the exception there, from the alert’s own page.',
              })
            : isGone
              ? i18n.translate('webServerRce.exception.ruleGone', {
                  defaultMessage: 'The rule that raised this alert is not there any more.',
                })
              : undefined
        }
      >
        <EuiButton
          size="s"
          iconType="bellSlash"
          isDisabled={rule === undefined}
          onClick={() => setOpen(true)}
          data-test-subj="webServerRceAddException"
        >
          {i18n.translate('webServerRce.exception.addFromAlert', {
            defaultMessage: 'Add an exception for this',
          })}
        </EuiButton>
      </EuiToolTip>
      {isOpen && rule !== undefined && (
        <ExceptionForm rule={rule} alert={alert} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
