import { SQLITE, type Pointer, type Sqlite } from './sqlite_module';

const MAX_VALUE_BYTES = 16 * 1024 * 1024;
const MAX_SQL_BYTES = 1024 * 1024;
const MAX_EXPRESSION_DEPTH = 500;
/** SQLite's own memory; the rest of a query's cap is the worker's JavaScript heap. */
const MAX_SQLITE_BYTES = 256 * 1024 * 1024;

/** An empty database in memory with caps on what one query can use up. */
export const openEmptyDatabase = (sqlite: Sqlite): Pointer => {
  const db = new sqlite.oo1.DB(':memory:');
  db.exec(`PRAGMA hard_heap_limit=${MAX_SQLITE_BYTES}; PRAGMA trusted_schema=OFF;`);
  sqlite.capi.sqlite3_limit(db.pointer, SQLITE.LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite.capi.sqlite3_limit(db.pointer, SQLITE.LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
  sqlite.capi.sqlite3_limit(db.pointer, SQLITE.LIMIT_EXPR_DEPTH, MAX_EXPRESSION_DEPTH);
  // Osquery takes "text" in double quotes for a string where no column has that name.
  sqlite.capi.sqlite3_db_config(db.pointer, SQLITE.DBCONFIG_DQS_DML, 1, 0);
  return db.pointer;
};
