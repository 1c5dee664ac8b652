import { EuiBasicTable, type Criteria, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { ResultColumn, ResultTable } from '../../../common/osquery/result_table';
import { useHost } from '../../app/host';
import { toVisible } from '../../text/split_hidden';
import { ResultCell } from './result_cell';
import type { SortBy } from './shown_table';
import { useGridKeys } from './use_grid_keys';

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
}

/** So many rows need no pages. */
export const SMALLEST_PAGE = 10;
const PAGE_SIZES = [SMALLEST_PAGE, 25, 50, 100];

/** One page of rows at a time, so that ten thousand cost no more than twenty-five. */
export const ResultRows = ({
  label,
  table,
  sort,
  onSort,
}: {
  /** The query's name: several tables may stand on one page. */
  label: string;
  table: ResultTable;
  sort: SortBy | undefined;
  onSort: (sort: SortBy | undefined) => void;
}): ReactElement => {
  const { euiProps } = useHost();
  const grid = useGridKeys();
  const [page, setPage] = useState({ index: 0, size: SMALLEST_PAGE });
  const columns = useMemo(() => table.columns.map(toTableColumn), [table.columns]);
  const start = page.index * page.size < table.rows.length ? page.index * page.size : 0;
  const items = table.rows
    .slice(start, start + page.size)
    .map((cells, index) => ({ id: String(start + index), cells }));
  const sorted = table.columns.findIndex(({ name }) => name === sort?.column);
  return (
    <div ref={grid} style={{ overflowX: 'auto' }}>
      <EuiBasicTable<Row>
        tableCaption={i18n.translate('webServerRce.result.caption', {
          defaultMessage: 'Rows of {label}; arrow keys go from cell to cell',
          values: { label: toVisible(label) },
        })}
        items={items}
        itemId="id"
        columns={columns}
        noItemsMessage={i18n.translate('webServerRce.result.noneMatch', {
          defaultMessage: 'No row has these words.',
        })}
        tableLayout="auto"
        compressed
        {...euiProps.table}
        {...(table.rows.length > SMALLEST_PAGE
          ? {
              pagination: {
                pageIndex: start / page.size,
                pageSize: page.size,
                totalItemCount: table.rows.length,
                pageSizeOptions: PAGE_SIZES,
              },
            }
          : {})}
        sorting={
          sort === undefined || sorted < 0
            ? {}
            : { sort: { field: toField(sorted) as keyof Row, direction: sort.order } }
        }
        onChange={(criteria: Criteria<Row>) => {
          if (criteria.page !== undefined) setPage(criteria.page);
          const column = table.columns.find(
            (_column, index) => toField(index) === criteria.sort?.field
          );
          if (criteria.sort !== undefined && column !== undefined) {
            onSort({ column: column.name, order: criteria.sort.direction });
          }
        }}
        data-test-subj="webServerRceResultRows"
      />
    </div>
  );
};

/** Columns are named by place: a query may call its own columns anything. */
const toField = (index: number): string => `column${index}`;

const toTableColumn = (column: ResultColumn, index: number): EuiBasicTableColumn<Row> => ({
  field: toField(index),
  name: toVisible(column.name),
  sortable: true,
  align: column.type === 'number' ? 'right' : 'left',
  render: (_value: unknown, row: Row) => (
    // Room between a number at its column's right edge and a text at the next one's left.
    <div style={{ paddingRight: 12, minWidth: 0 }}>
      <ResultCell column={column.name} text={row.cells[index] ?? ''} />
    </div>
  ),
});
