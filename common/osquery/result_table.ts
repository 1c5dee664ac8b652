import type { LiveQueryResults } from './live_query_api';

/** `number`: every cell that holds anything holds a decimal number. */
export type ColumnType = 'number' | 'text';

export interface ResultColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** Rows of a query as text; a cell that the row lacks is empty. Every row has one cell per column. */
export interface ResultTable {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface ResultSort {
  /** Index into `columns`. */
  readonly column: number;
  readonly order: 'asc' | 'desc';
}

type Edge = LiveQueryResults['data']['edges'][number];

/** Builds the table of result documents. Columns stand in the order in which they are first seen. */
export const toResultTable = (edges: readonly Edge[]): ResultTable => {
  const rows = edges.map(toCells).filter((cells) => cells.size > 0);
  const names = [...new Set(rows.flatMap((cells) => [...cells.keys()]))];
  return {
    columns: names.map((name) => ({
      name,
      type: toColumnType(rows.map((cells) => cells.get(name))),
    })),
    rows: rows.map((cells) => names.map((name) => cells.get(name) ?? '')),
  };
};

/** The stored document keeps the query's order of columns, the extracted fields come sorted by name. */
const toCells = ({ _source, fields }: Edge): Map<string, string> => {
  const stored = Object.entries(_source?.osquery ?? {});
  const entries = stored.length > 0 ? stored : toOsqueryFields(fields);
  return new Map(entries.map(([name, value]) => [name, toText(value)]));
};

const FIELD_PREFIX = 'osquery.';
/** Kibana's results index maps a column a second time as a number under this name. */
const NUMBER_SUFFIX = '.number';

const toOsqueryFields = (fields: Edge['fields']): [string, unknown][] =>
  Object.entries(fields)
    .filter(([name]) => name.startsWith(FIELD_PREFIX))
    .filter(
      ([name]) => !(name.endsWith(NUMBER_SUFFIX) && name.slice(0, -NUMBER_SUFFIX.length) in fields)
    )
    .map(([name, value]) => [name.slice(FIELD_PREFIX.length), value]);

const toText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const isNumber = (text: string): boolean => NUMBER.test(text);

const toColumnType = (cells: readonly (string | undefined)[]): ColumnType => {
  const filled = cells.filter((cell) => cell !== undefined && cell !== '');
  return filled.length > 0 && filled.every((cell) => cell !== undefined && isNumber(cell))
    ? 'number'
    : 'text';
};

/** The rows in the given order; equal rows keep theirs, and empty cells stand last in both orders. */
export const toSortedRows = (table: ResultTable, sort: ResultSort): ResultTable['rows'] => {
  const type = table.columns[sort.column]?.type ?? 'text';
  const sign = sort.order === 'asc' ? 1 : -1;
  return [...table.rows].sort((one, other) => {
    const a = one[sort.column] ?? '';
    const b = other[sort.column] ?? '';
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return sign * (type === 'number' ? compareNumbers(a, b) : compareTexts(a, b));
  });
};

const INTEGER = /^-?\d+$/;

/** Osquery's 64-bit integers (inodes, sizes) are more than a double can tell apart. */
const compareNumbers = (a: string, b: string): number => {
  if (!INTEGER.test(a) || !INTEGER.test(b)) return Number(a) - Number(b);
  const difference = BigInt(a) - BigInt(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};

const TEXT_ORDER = new Intl.Collator('en', { numeric: true });
const compareTexts = (a: string, b: string): number => TEXT_ORDER.compare(a, b);

/** The table as CSV of RFC 4180 with a header line. No cell is taken for a formula by a spreadsheet. */
export const toCsv = (table: ResultTable): string =>
  toLines(table, ',', '\r\n', (cell) => (/[",\r\n]/.test(cell) ? quote(cell) : cell));

/** The table as tab-separated text for the clipboard. Control characters inside a cell become blanks. */
export const toTsv = (table: ResultTable): string =>
  toLines(table, '\t', '\n', (cell) => {
    const line = cell.replaceAll(/\p{Cc}+/gu, ' ');
    return line.startsWith('"') ? quote(line) : line;
  });

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const toLines = (
  { columns, rows }: ResultTable,
  separator: string,
  lineBreak: string,
  encode: (cell: string) => string
): string =>
  [columns.map(({ name }) => name), ...rows]
    .map((cells) => cells.map((cell) => encode(toInertCell(cell))).join(separator) + lineBreak)
    .join('');

/** What spreadsheets read as the start of a formula, full-width forms included, also behind blanks. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

const toInertCell = (cell: string): string =>
  FORMULA_START.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
