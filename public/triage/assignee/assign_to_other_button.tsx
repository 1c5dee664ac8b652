import { EuiButtonEmpty, EuiPopover } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { ValueList } from '../../choice/value_list';
import { ChevronDown } from '../../icons/chevron_down';

/** Gives an alert to one of several users. */
export const AssignToOtherButton = ({
  names,
  isDisabled,
  onChoose,
}: {
  names: readonly string[];
  isDisabled: boolean;
  onChoose: (name: string) => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const label = i18n.translate('webServerRce.assignee.other', {
    defaultMessage: 'Assign to another user',
  });
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelPaddingSize="none"
      aria-label={label}
      button={
        <EuiButtonEmpty
          size="s"
          iconType={ChevronDown}
          iconSide="right"
          isDisabled={isDisabled}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="webServerRceAssignToOther"
        >
          {label}
        </EuiButtonEmpty>
      }
    >
      <ValueList
        label={label}
        known={names.map((value) => ({ value }))}
        selected={[]}
        isSingle
        emptyText={i18n.translate('webServerRce.assignee.noOther', {
          defaultMessage: 'There is no other user',
        })}
        onChange={([name]) => {
          if (name === undefined) return;
          setOpen(false);
          onChoose(name);
        }}
      />
    </EuiPopover>
  );
};
