import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import { toCsv, toTsv, type ResultTable } from '../../common/osquery/result_table';
import { CopyButton } from '../text/copy_button';
import { ColumnChooser } from './column_chooser';
import { DownloadButton } from './download_button';
import { ResultRows } from './result_rows';
import type { SentRun } from './run';
import { toCsvName } from './csv_name';
import { toShownTable, type SortBy } from './shown_table';

/** The rows of a run: to sort, to narrow to some columns, to copy and to save. Saved is what is shown, all pages. */
export const ResultView = ({ table, run }: { table: ResultTable; run: SentRun }): ReactElement => {
  const [sort, setSort] = useState<SortBy | undefined>(undefined);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo(() => toShownTable(table, sort, hidden), [table, sort, hidden]);
  return (
    <>
      <EuiFlexGroup
        gutterSize="s"
        alignItems="center"
        responsive={false}
        wrap
        justifyContent="flexEnd"
      >
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
      <ResultRows table={shown} sort={sort} onSort={setSort} />
    </>
  );
};
