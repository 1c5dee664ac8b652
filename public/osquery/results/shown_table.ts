import { toSortedRows, type ResultTable } from '../../../common/osquery/result_table';

/** By name, not by place: hiding a column moves the others. */
export interface SortBy {
  readonly column: string;
  readonly order: 'asc' | 'desc';
}

export interface ShownOptions {
  readonly sort?: SortBy | undefined;
  /** Names of columns that are left out. */
  readonly hidden: ReadonlySet<string>;
  /** Every word must be part of some shown cell of a row, whatever its case; blank shows all rows. */
  readonly words: string;
}

/** The table in the reader's order, with the columns and the rows the reader wants. */
export const toShownTable = (
  table: ResultTable,
  { sort, hidden, words }: ShownOptions
): ResultTable => {
  const column = table.columns.findIndex(({ name }) => name === sort?.column);
  const rows =
    sort === undefined || column < 0
      ? table.rows
      : toSortedRows(table, { column, order: sort.order });
  return toMatching(withoutColumns({ ...table, rows }, hidden), words);
};

const withoutColumns = (table: ResultTable, hidden: ReadonlySet<string>): ResultTable => {
  if (hidden.size === 0) return table;
  const kept = table.columns.flatMap(({ name }, index) => (hidden.has(name) ? [] : [index]));
  return {
    columns: table.columns.filter(({ name }) => !hidden.has(name)),
    rows: table.rows.map((row) => kept.map((index) => row[index] ?? '')),
  };
};

const toMatching = (table: ResultTable, text: string): ResultTable => {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return table;
  const isMatching = (row: readonly string[]): boolean => {
    const cells = row.map((cell) => cell.toLowerCase());
    return words.every((word) => cells.some((cell) => cell.includes(word)));
  };
  return { ...table, rows: table.rows.filter(isMatching) };
};
