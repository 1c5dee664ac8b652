import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import { toCsv, toTsv, type ResultTable } from '../../../common/osquery/result_table';
import { CopyButton } from '../../text/copy_button';
import { ColumnChooser } from './column_chooser';
import { DownloadButton } from './download_button';
import { ResultRows, SMALLEST_PAGE } from './result_rows';
import { RowFilter } from './row_filter';
import type { SentRun } from '../run';
import { toRunLabel } from '../run_words';
import { toCsvName } from './csv_name';
import { toShownTable, type SortBy } from './shown_table';

/** The rows of a run: to sort, to narrow to some rows and columns, to copy and to save. Saved is what is shown, all pages. */
export const ResultView = ({ table, run }: { table: ResultTable; run: SentRun }): ReactElement => {
  const [sort, setSort] = useState<SortBy | undefined>(undefined);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const shown = useMemo(
    () => toShownTable(table, { sort, hidden, words }),
    [table, sort, hidden, words]
  );
  return (
    <>
      <EuiFlexGroup
        gutterSize="s"
        alignItems="center"
        responsive={false}
        wrap
        justifyContent="flexEnd"
      >
        {table.rows.length > SMALLEST_PAGE && (
          <EuiFlexItem style={{ minWidth: 160 }}>
            <RowFilter words={words} onChange={setWords} />
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <ColumnChooser columns={table.columns} hidden={hidden} onChange={setHidden} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <CopyButton
            toText={() => toTsv(shown)}
            label={i18n.translate('webServerRce.result.copyAll', { defaultMessage: 'Copy rows' })}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <DownloadButton fileName={toCsvName(run)} toText={() => toCsv(shown)} />
        </EuiFlexItem>
      </EuiFlexGroup>
      {shown.rows.length < table.rows.length && (
        <EuiText size="xs" color="subdued" role="status">
          {i18n.translate('webServerRce.result.filtered', {
            defaultMessage: '{shown, number} of {total, number} rows',
            values: { shown: shown.rows.length, total: table.rows.length },
          })}
        </EuiText>
      )}
      <ResultRows label={toRunLabel(run.label)} table={shown} sort={sort} onSort={setSort} />
    </>
  );
};
