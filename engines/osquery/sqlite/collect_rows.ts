import type { SqlColumn, ResultRow } from '../query_outcome';
import type { Cells } from './create_cells';
import { SQLITE, type Pointer, type Sqlite } from './sqlite_module';

export interface ResultLimits {
  readonly maxRows: number;
  /** Characters of all values together, and of the columns' names once for each row. */
  readonly maxCharacters: number;
}

interface Collected {
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly ResultRow[];
  /** True where a limit ended the reading before the statement was done. */
  readonly truncated: boolean;
  /** Result code of the last step: SQLITE_ROW, SQLITE_DONE or an error. */
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

/** Steps a statement to its end or to a limit. Of columns with the same name the last one is shown. */
export const collectRows = (
  { capi, wasm }: Sqlite,
  cells: Cells,
  statement: Pointer,
  limits: ResultLimits
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
  const byName = new Map(columns.map((column) => [column.name, column]));
  return {
    columns: [...byName.values()].map((column) => ({
      name: column.name,
      type: toTypeName(column),
    })),
    rows,
    truncated,
    code,
  };
};
