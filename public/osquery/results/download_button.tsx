import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Saves a text as a CSV file. With a byte order mark, without which Excel takes UTF-8 for something else. */
export const DownloadButton = ({
  fileName,
  toText,
}: {
  fileName: string;
  toText: () => string;
}): ReactElement => (
  <EuiButtonEmpty
    size="xs"
    iconType="download"
    onClick={() => saveFile(fileName, `\ufeff${toText()}`)}
    data-test-subj="webServerRceDownloadCsv"
  >
    {i18n.translate('webServerRce.result.download', { defaultMessage: 'Download CSV' })}
  </EuiButtonEmpty>
);

const saveFile = (fileName: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
};
