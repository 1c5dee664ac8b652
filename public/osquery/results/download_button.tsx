import { EuiButtonEmpty } from '@elastic/eui';
import type { ReactElement } from 'react';
import { toCsv, type ResultTable } from '../../../common/osquery/result_table';
import { toNdjson } from '../../../common/osquery/results/to_ndjson';
import type { SentRun } from '../run';
import { saveFile } from '../../text/save_file';
import { toResultFileName } from './to_result_file_name';

/** What rows are saved as. CSV has a byte order mark, without which Excel takes UTF-8 for something else. */
const FORMATS = {
  csv: { label: 'CSV', type: 'text/csv', toText: (table: ResultTable) => `\ufeff${toCsv(table)}` },
  ndjson: { label: 'NDJSON', type: 'application/x-ndjson', toText: toNdjson },
} as const;

/** Saves the rows that are shown, of all pages; the file's name says where these are not all. */
export const DownloadButton = ({
  format,
  run,
  table,
  isFiltered,
}: {
  format: keyof typeof FORMATS;
  run: SentRun;
  table: ResultTable;
  isFiltered: boolean;
}): ReactElement => {
  const { label, type, toText } = FORMATS[format];
  return (
    <EuiButtonEmpty
      size="xs"
      iconType="download"
      onClick={() => saveFile(toResultFileName(run, format, isFiltered), toText(table), type)}
      data-test-subj={`webServerRceDownload-${format}`}
    >
      {label}
    </EuiButtonEmpty>
  );
};
