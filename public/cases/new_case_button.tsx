import { EuiButton, EuiFieldText, EuiFormRow, EuiPopover, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toAlertTitle } from '../flyout/alert_title';

/** Kibana's limit. */
const LONGEST_TITLE = 160;

/** Asks for the title of a new case, which is the alert's unless it is changed. */
export const NewCaseButton = ({
  alert,
  isBusy,
  onCreate,
}: {
  alert: Alert;
  isBusy: boolean;
  onCreate: (title: string) => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState(toAlertTitle(alert).slice(0, LONGEST_TITLE));
  const create = (): void => {
    setOpen(false);
    onCreate(title.trim());
  };
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelStyle={{ width: 360 }}
      button={
        <EuiButton
          size="s"
          iconType="plus"
          isLoading={isBusy}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="webServerRceNewCase"
        >
          {i18n.translate('webServerRce.case.new', { defaultMessage: 'Add to new case' })}
        </EuiButton>
      }
    >
      <EuiFormRow
        label={i18n.translate('webServerRce.case.newTitle', {
          defaultMessage: 'Title of the case',
        })}
      >
        <EuiFieldText
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </EuiFormRow>
      <EuiSpacer size="s" />
      <EuiButton
        size="s"
        fill
        isDisabled={title.trim() === ''}
        onClick={create}
        data-test-subj="webServerRceNewCaseCreate"
      >
        {i18n.translate('webServerRce.case.create', { defaultMessage: 'Create case' })}
      </EuiButton>
    </EuiPopover>
  );
};
