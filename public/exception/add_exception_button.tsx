import { EuiButton, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { useHost } from '../app/host';
import { useRules } from '../rule/use_rules';
import { ExceptionForm } from './exception_form';

/** Makes an exception of the alert's rule from the alert's facts. */
export const AddExceptionButton = ({ alert }: { alert: Alert }): ReactElement | null => {
  const { mayWrite } = useHost();
  const rules = useRules(false);
  const [isOpen, setOpen] = useState(false);
  const rule = rules.data?.rules.find(({ id }) => id === alert.ruleUuid);
  if (!mayWrite) return null;
  return (
    <>
      <EuiToolTip
        content={
          rules.data && rule?.kind !== 'present'
            ? i18n.translate('webServerRce.exception.ruleGone', {
                defaultMessage: 'The rule that raised this alert is not there any more.',
              })
            : undefined
        }
      >
        <EuiButton
          size="s"
          iconType="eyeClosed"
          isDisabled={rule?.kind !== 'present'}
          onClick={() => setOpen(true)}
          data-test-subj="webServerRceAddException"
        >
          {i18n.translate('webServerRce.exception.addFromAlert', {
            defaultMessage: 'Add exception',
          })}
        </EuiButton>
      </EuiToolTip>
      {isOpen && rule?.kind === 'present' && (
        <ExceptionForm rule={rule} alert={alert} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
