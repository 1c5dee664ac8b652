import { isEmptySql, toPosition } from '../sql/find_sql_refusal';
import { SQLITE, type Pointer, type Sqlite } from './sqlite_module';

type Prepared =
  | { readonly kind: 'ready'; readonly statement: Pointer }
  | { readonly kind: 'failed'; readonly message: string };

const failed = (message: string): Prepared => ({ kind: 'failed', message });

/** SQLite's words for its last error, with line and column where it knows them. */
const toErrorMessage = ({ capi }: Sqlite, db: Pointer, sql: string): string => {
  const offset = capi.sqlite3_error_offset(db);
  const message = capi.sqlite3_errmsg(db);
  if (offset < 0) return message;
  const before = Buffer.from(sql).subarray(0, offset).toString();
  return `${message} (${toPosition(sql, before.length)})`;
};

/** Compiles exactly one reading statement. Whoever gets it must finalize it. */
export const prepareSelect = (sqlite: Sqlite, db: Pointer, sql: string): Prepared => {
  const { capi, wasm } = sqlite;
  const [text, length] = wasm.allocCString(sql, true);
  const out = wasm.alloc(8);
  try {
    wasm.pokePtr(out, 0);
    wasm.pokePtr(out + 4, text);
    const code = capi.sqlite3_prepare_v3(db, text, length, 0, out, out + 4);
    const statement = wasm.peekPtr(out);
    const rest = Buffer.from(sql).subarray(wasm.peekPtr(out + 4) - text);
    if (code !== SQLITE.OK) return failed(toErrorMessage(sqlite, db, sql));
    if (statement === 0) return failed('The query is empty.');
    const reads = capi.sqlite3_stmt_readonly(statement) !== 0;
    if (reads && capi.sqlite3_stmt_isexplain(statement) === 0 && isEmptySql(rest.toString())) {
      return { kind: 'ready', statement };
    }
    capi.sqlite3_finalize(statement);
    return failed('Only one SELECT statement is allowed here.');
  } finally {
    wasm.dealloc(out);
    wasm.dealloc(text);
  }
};
