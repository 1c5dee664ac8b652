import { compareOsqueryVersions } from '../functions/compare_osquery_versions';
import type { SqlFunction } from '../functions/sql_function';
import type { Cells } from './create_cells';
import { SQLITE, type Pointer, type Sqlite, type SqliteValue } from './sqlite_module';

const toText = (value: SqliteValue): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString() : String(value);

/** Registers functions, and the collation `version`, on a connection for its whole life. Throws where SQLite refuses one. */
export const registerFunctions = (
  { capi }: Sqlite,
  cells: Cells,
  db: Pointer,
  functions: readonly SqlFunction[]
): void => {
  const check = (name: string, code: number): void => {
    if (code !== SQLITE.OK) throw new Error(`SQLite refuses ${name} with code ${code}`);
  };
  const flags = SQLITE.UTF8 | SQLITE.DETERMINISTIC;
  for (const { name, arities, run } of functions) {
    const call = (context: Pointer, ...values: readonly SqliteValue[]): void => {
      if (values.includes(null)) return;
      try {
        cells.setResult(context, run(...values.map(toText)));
      } catch (error) {
        capi.sqlite3_result_error(
          context,
          error instanceof Error ? error.message : String(error),
          -1
        );
      }
    };
    for (const arity of arities) {
      check(name, capi.sqlite3_create_function(db, name, arity, flags, 0, call, 0, 0));
    }
  }
  const compare = (
    _aux: Pointer,
    bytes: number,
    a: Pointer,
    otherBytes: number,
    b: Pointer
  ): number => compareOsqueryVersions(cells.decode(a, bytes), cells.decode(b, otherBytes));
  const code = capi.sqlite3_create_collation_v2(db, 'version', SQLITE.UTF8, 0, compare, 0);
  check('collation version', code);
};
