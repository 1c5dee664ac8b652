import { toCsv } from '../../../common/osquery/result_table';
import type { QueryOutcome, SqlColumn, ResultRow } from '../../../engines/osquery';
import { escapeControls, escapeJsonControls, toDisplayWidth } from '../../../engines/terminal';
import type { Format } from './to_osquery_run';

type Result = Pick<Extract<QueryOutcome, { kind: 'rows' }>, 'columns' | 'rows'>;

const NUMBER_TYPE = /INT|DOUBLE/;

const isNumber = ({ type }: SqlColumn): boolean => NUMBER_TYPE.test(type);

const toCells = ({ columns }: Result, row: ResultRow): string[] =>
  columns.map(({ name }) => row[name] ?? '');

/** A longer cell stands out of its column: filling all others up to it would make the table as long, times its rows. */
const MAX_COLUMN_WIDTH = 120;

const pad = (cell: string, width: number, isRight: boolean): string => {
  const blanks = ' '.repeat(Math.max(0, width - toDisplayWidth(cell)));
  return isRight ? blanks + cell : cell + blanks;
};

/** Aligned columns, numbers to the right. Every cell is one line without control characters. */
const toTable = (result: Result): string => {
  const { columns, rows } = result;
  const lines = [columns.map(({ name }) => name), ...rows.map((row) => toCells(result, row))].map(
    (cells) => cells.map(escapeControls)
  );
  const widths = columns.map((_column, index) =>
    Math.min(
      MAX_COLUMN_WIDTH,
      lines.reduce((width, cells) => Math.max(width, toDisplayWidth(cells[index] ?? '')), 0)
    )
  );
  const toLine = (cells: readonly string[]): string =>
    columns
      .map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, isNumber(column)))
      .join('  ')
      .trimEnd();
  const [header = [], ...body] = lines;
  const rule = widths.map((width) => '-'.repeat(width));
  return [header, rule, ...body].map((cells) => `${toLine(cells)}\n`).join('');
};

/** One array of objects, all values text as `osqueryi --json` has them, one row a line. */
const toJson = ({ rows }: Result): string =>
  rows.length === 0
    ? '[]\n'
    : `[\n${rows.map((row) => `  ${escapeJsonControls(JSON.stringify(row))}`).join(',\n')}\n]\n`;

const toCsvText = (result: Result, isTerminal: boolean): string => {
  const show = isTerminal ? escapeControls : (cell: string): string => cell;
  return toCsv({
    columns: result.columns.map((column) => ({
      name: show(column.name),
      type: isNumber(column) ? 'number' : 'text',
    })),
    rows: result.rows.map((row) => toCells(result, row).map(show)),
  });
};

/** Rows as text. CSV keeps control characters for the program that reads it, but not on a terminal. */
export const formatRows = (result: Result, format: Format, isTerminal: boolean): string => {
  switch (format) {
    case 'table':
      return toTable(result);
    case 'json':
      return toJson(result);
    case 'csv':
      return toCsvText(result, isTerminal);
  }
};
