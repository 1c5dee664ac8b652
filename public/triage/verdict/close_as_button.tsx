import { EuiButton, EuiButtonEmpty, EuiPopover, EuiPopoverTitle, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { VerdictChange } from '../../../common/triage/triage_change';
import { ChevronDown } from '../../icons/chevron_down';
import { VerdictFields } from './verdict_fields';

const FIRST: VerdictChange = { kind: 'verdict', verdict: 'false_positive', comment: '' };

/** Closes many alerts at once with one verdict and comment. */
export const CloseAsButton = ({
  count,
  isDisabled,
  onClose,
}: {
  /** How many alerts are closed. */
  count: number;
  isDisabled: boolean;
  onClose: (verdict: VerdictChange) => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState(FIRST);
  const label = i18n.translate('webServerRce.verdict.closeAs', { defaultMessage: 'Close as…' });
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelStyle={{ width: 320 }}
      aria-label={label}
      button={
        <EuiButtonEmpty
          size="xs"
          flush="both"
          iconType={ChevronDown}
          iconSide="right"
          isDisabled={isDisabled}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="webServerRceCloseAs"
        >
          {label}
        </EuiButtonEmpty>
      }
    >
      <EuiPopoverTitle>{label}</EuiPopoverTitle>
      <VerdictFields given={given} onChange={setGiven} />
      <EuiSpacer size="m" />
      <EuiButton
        size="s"
        fill
        onClick={() => {
          setOpen(false);
          onClose({ ...given, comment: given.comment.trim() });
        }}
        data-test-subj="webServerRceCloseAsSave"
      >
        {i18n.translate('webServerRce.verdict.closeMany', {
          defaultMessage: 'Close {count, plural, one {# alert} other {# alerts}}',
          values: { count },
        })}
      </EuiButton>
    </EuiPopover>
  );
};
