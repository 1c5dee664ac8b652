import sqlite3InitModule from '@sqlite.org/sqlite-wasm';

/** What SQLite's own parser says about a text of SQL. */
export interface SqliteVerdict {
  /** SQLite's message if it does not compile. */
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  /** Nothing stands behind the first statement. */
  readonly isSingle: boolean;
}

export interface SqliteJudge {
  readonly judge: (sql: string) => SqliteVerdict;
  /** Runs SQL and gives its rows, integers beyond 2^53 as bigint. */
  readonly rows: (sql: string, bind?: readonly (string | number)[]) => unknown[][];
}

/** A database in memory: the judge over what we call a single SELECT. */
export const openSqlite = async (): Promise<SqliteJudge> => {
  const { capi, wasm, oo1 } = await sqlite3InitModule();
  const database = new oo1.DB(':memory:');
  return {
    judge: (sql) =>
      wasm.scopedAllocCall(() => {
        const source = wasm.scopedAllocCString(sql, false);
        const [statementAt, tailAt] = wasm.scopedAllocPtr(2);
        if (statementAt === undefined || tailAt === undefined) throw new Error('out of memory');
        // -1: up to the first NUL, as Osquery hands SQL over.
        const code = capi.sqlite3_prepare_v2(database, source, -1, statementAt, tailAt);
        if (code !== capi.SQLITE_OK) {
          return { error: capi.sqlite3_errmsg(database), isReadOnly: false, isSingle: false };
        }
        const statement = wasm.peekPtr(statementAt);
        const verdict = {
          error: undefined,
          isReadOnly: capi.sqlite3_stmt_readonly(statement) !== 0,
          isSingle: (wasm.cstrToJs(wasm.peekPtr(tailAt)) ?? '') === '',
        };
        capi.sqlite3_finalize(statement);
        return verdict;
      }),
    rows: (sql, bind = []) =>
      database.exec({
        sql,
        ...(bind.length > 0 && { bind: [...bind] }),
        returnValue: 'resultRows',
        rowMode: 'array',
      }),
  };
};
