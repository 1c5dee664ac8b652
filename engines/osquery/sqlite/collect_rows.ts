import type { SqlColumn, ResultRow } from '../query_outcome';
import type { Cells } from './create_cells';
import { SQLITE, type Pointer, type Sqlite } from './sqlite_module';

export interface ResultLimits {
  readonly maxRows: number;
  /** Characters of all values together, and of the columns' names once for each row. */
  readonly maxCharacters: number;
  /** Milliseconds from the beginning of the query until which rows past the limits are counted. */
  readonly countUntilMs: number;
}

/** Counting more than is shown is a courtesy: it keeps the next query waiting no longer than this. */
const MOST_COUNTING_MS = 2000;

interface Collected {
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly ResultRow[];
  /** True where a limit ended the reading before the statement was done. */
  readonly truncated: boolean;
  /** Rows read and, as far as time allowed, rows counted. */
  readonly total: number;
  readonly isTotalExact: boolean;
  /** Result code of the last step that was to be read: SQLITE_ROW, SQLITE_DONE or an error. */
  readonly code: number;
}

interface Column {
  readonly name: string;
  readonly declaredType: string | null;
  /** SQLite's types of the values that were not NULL. */
  readonly seen: Set<number>;
}

const TYPE_NAMES: ReadonlyMap<number, string> = new Map([
  [SQLITE.INTEGER, 'BIGINT'],
  [SQLITE.FLOAT, 'DOUBLE'],
  [SQLITE.BLOB, 'BLOB'],
]);

/** The declared type; an expression has that of its values, TEXT where they differ. */
const toTypeName = ({ declaredType, seen }: Column): string => {
  const [type, ...others] = seen;
  return declaredType ?? (others.length > 0 ? 'TEXT' : (TYPE_NAMES.get(type ?? 0) ?? 'TEXT'));
};

/**
 * Steps a statement to its end or to a limit, past which rows are only counted. Of columns with the same name the
 * last one is shown.
 * @param start moment of `performance.now()` at which the query began
 */
export const collectRows = (
  { capi, wasm }: Sqlite,
  cells: Cells,
  statement: Pointer,
  limits: ResultLimits,
  start: number
): Collected => {
  const columns = Array.from(
    { length: capi.sqlite3_column_count(statement) },
    (_, index): Column => ({
      name: capi.sqlite3_column_name(statement, index),
      declaredType: capi.sqlite3_column_decltype(statement, index),
      seen: new Set(),
    })
  );
  const readRow = (): ResultRow =>
    Object.fromEntries(
      columns.map(({ name, seen }, index) => {
        const type = wasm.exports.sqlite3_column_type(statement, index);
        if (type !== SQLITE.NULL) seen.add(type);
        return [name, cells.readText(statement, index, type)];
      })
    );
  const rows: ResultRow[] = [];
  let characters = 0;
  let truncated = false;
  let code = capi.sqlite3_step(statement);
  for (; code === SQLITE.ROW; code = capi.sqlite3_step(statement)) {
    truncated = rows.length >= limits.maxRows || characters >= limits.maxCharacters;
    if (truncated) break;
    const row = readRow();
    for (const name in row) characters += name.length + (row[name]?.length ?? 0);
    rows.push(row);
  }
  const countUntil = Math.min(start + limits.countUntilMs, performance.now() + MOST_COUNTING_MS);
  const rest = truncated ? countRows(capi, statement, countUntil) : { count: 0, isExact: true };
  const byName = new Map(columns.map((column) => [column.name, column]));
  return {
    columns: [...byName.values()].map((column) => ({
      name: column.name,
      type: toTypeName(column),
    })),
    rows,
    truncated,
    total: rows.length + rest.count,
    isTotalExact: rest.isExact,
    code,
  };
};

/** Counts the row a statement stands on and those that follow, until a moment of `performance.now()`. */
const countRows = (
  capi: Sqlite['capi'],
  statement: Pointer,
  until: number
): { readonly count: number; readonly isExact: boolean } => {
  let count = 1;
  while (performance.now() < until) {
    const code = capi.sqlite3_step(statement);
    if (code !== SQLITE.ROW) return { count, isExact: code === SQLITE.DONE };
    count += 1;
  }
  return { count, isExact: false };
};
