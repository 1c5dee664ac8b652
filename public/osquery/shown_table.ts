import { toSortedRows, type ResultTable } from '../../common/osquery/result_table';

/** By name, not by place: hiding a column moves the others. */
export interface SortBy {
  readonly column: string;
  readonly order: 'asc' | 'desc';
}

/** The table in the reader's order, with the columns the reader wants. */
export const toShownTable = (
  table: ResultTable,
  sort: SortBy | undefined,
  hidden: ReadonlySet<string>
): ResultTable => {
  const column = table.columns.findIndex(({ name }) => name === sort?.column);
  const rows =
    sort === undefined || column < 0
      ? table.rows
      : toSortedRows(table, { column, order: sort.order });
  if (hidden.size === 0) return { ...table, rows };
  const kept = table.columns.flatMap(({ name }, index) => (hidden.has(name) ? [] : [index]));
  return {
    columns: table.columns.filter(({ name }) => !hidden.has(name)),
    rows: rows.map((row) => kept.map((index) => row[index] ?? '')),
  };
};
