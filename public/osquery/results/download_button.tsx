import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { saveFile } from '../../text/save_file';

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
    onClick={() => saveFile(fileName, `\ufeff${toText()}`, 'text/csv')}
    data-test-subj="webServerRceDownloadCsv"
  >
    {i18n.translate('webServerRce.result.download', { defaultMessage: 'Download CSV' })}
  </EuiButtonEmpty>
);
