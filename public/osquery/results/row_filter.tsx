import { EuiFieldSearch } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Narrows the rows to those with some words, at every key: they are all in the browser. */
export const RowFilter = ({
  words,
  onChange,
}: {
  words: string;
  onChange: (words: string) => void;
}): ReactElement => {
  const label = i18n.translate('webServerRce.result.filter', { defaultMessage: 'Filter rows' });
  return (
    <EuiFieldSearch
      compressed
      fullWidth
      placeholder={label}
      aria-label={label}
      value={words}
      onChange={(event) => onChange(event.target.value)}
      onSearch={onChange}
      data-test-subj="webServerRceRowFilter"
    />
  );
};
