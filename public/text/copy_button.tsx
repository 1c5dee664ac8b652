import { EuiButtonEmpty, EuiButtonIcon, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useCopy } from './use_copy';

/** A button with words that copies a text. */
export const CopyButton = ({
  toText,
  label = copyLabel(),
}: {
  /** Asked when the button is pressed: the text may be large. */
  toText: () => string;
  label?: string;
}): ReactElement => {
  const copy = useCopy();
  return (
    <EuiButtonEmpty size="xs" iconType="copy" onClick={() => copy(toText())}>
      {label}
    </EuiButtonEmpty>
  );
};

/** The same as an icon, for rows of a list. */
export const CopyIcon = ({ text, what }: { text: string; what: string }): ReactElement => {
  const copy = useCopy();
  const label = i18n.translate('webServerRce.copy.what', {
    defaultMessage: 'Copy {what}',
    values: { what },
  });
  return (
    <EuiToolTip content={label}>
      <EuiButtonIcon
        size="xs"
        color="text"
        iconType="copy"
        aria-label={label}
        onClick={() => copy(text)}
      />
    </EuiToolTip>
  );
};

const copyLabel = (): string =>
  i18n.translate('webServerRce.copy.label', { defaultMessage: 'Copy' });
