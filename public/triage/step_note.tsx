import {
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiTextArea,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';

/** As much as the server takes. */
const LONGEST_NOTE = 2000;

/** What was found at a step, in the analyst's own words. */
export const StepNote = ({
  note,
  isSaving,
  onSave,
  onCancel,
}: {
  note: string;
  isSaving: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
}): ReactElement => {
  const [text, setText] = useState(note);
  return (
    <>
      <EuiSpacer size="xs" />
      <EuiTextArea
        compressed
        fullWidth
        rows={2}
        autoFocus
        maxLength={LONGEST_NOTE}
        value={text}
        aria-label={i18n.translate('webServerRce.step.noteText', {
          defaultMessage: 'Note on this step',
        })}
        onChange={({ target }) => setText(target.value)}
      />
      <EuiSpacer size="xs" />
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiButton size="s" isLoading={isSaving} onClick={() => onSave(text.trim())}>
            {i18n.translate('webServerRce.step.saveNote', { defaultMessage: 'Save note' })}
          </EuiButton>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="s" onClick={onCancel}>
            {i18n.translate('webServerRce.step.cancel', { defaultMessage: 'Cancel' })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
};
