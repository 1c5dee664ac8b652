/**
 * The slice of `@sqlite.org/sqlite-wasm` we call. Its own declarations are wrong about virtual tables
 * (struct members lack their `$`), so the slice is declared here and checked for presence when loaded.
 */
import initSqlite from '@sqlite.org/sqlite-wasm';

/** Address in WASM memory; 0 is NULL. */
export type Pointer = number;

export interface IndexInfo {
  readonly $nConstraint: number;
  readonly $colUsed: bigint;
  $idxNum: number;
  $estimatedCost: number;
  $estimatedRows: bigint;
  nthConstraint(index: number): { $iColumn: number; $op: number; $usable: number; dispose(): void };
  nthConstraintUsage(index: number): { $argvIndex: number; $omit: number; dispose(): void };
  dispose(): void;
}

interface PointerMapper {
  create(pointerToPointer: Pointer): { readonly pointer: Pointer };
  get(pointer: Pointer): { readonly pointer: Pointer };
  dispose(pointer: Pointer): void;
}

export interface VirtualTableMethods {
  xConnect(
    db: Pointer,
    aux: Pointer,
    argc: number,
    argv: Pointer,
    table: Pointer,
    error: Pointer
  ): number;
  xDisconnect(table: Pointer): number;
  xBestIndex(table: Pointer, info: Pointer): number;
  xOpen(table: Pointer, cursor: Pointer): number;
  xClose(cursor: Pointer): number;
  xFilter(cursor: Pointer, plan: number, text: Pointer, argc: number, argv: Pointer): number;
  xNext(cursor: Pointer): number;
  xEof(cursor: Pointer): number;
  xColumn(cursor: Pointer, context: Pointer, column: number): number;
  xRowid(cursor: Pointer, rowid: Pointer): number;
}

export interface SqliteApi {
  sqlite3_column_count(statement: Pointer): number;
  sqlite3_column_decltype(statement: Pointer, column: number): string | null;
  sqlite3_column_name(statement: Pointer, column: number): string;
  /** The package's form without `destroy` fails. */
  sqlite3_create_collation_v2(
    ...args: [
      db: Pointer,
      name: string,
      encoding: number,
      aux: Pointer,
      compare: (...texts: [Pointer, bytes: number, Pointer, bytes: number, Pointer]) => number,
      destroy: 0,
    ]
  ): number;
  sqlite3_create_function(
    ...args: [
      db: Pointer,
      name: string,
      arity: number,
      flags: number,
      aux: Pointer,
      call: (context: Pointer, ...values: readonly SqliteValue[]) => void,
      step: 0,
      final: 0,
    ]
  ): number;
  sqlite3_create_module(
    db: Pointer,
    name: string,
    module: { pointer: Pointer },
    aux: Pointer
  ): number;
  sqlite3_db_config(db: Pointer, option: number, value: number, result: Pointer): number;
  sqlite3_declare_vtab(db: Pointer, sql: string): number;
  sqlite3_errmsg(db: Pointer): string;
  sqlite3_error_offset(db: Pointer): number;
  sqlite3_finalize(statement: Pointer): number;
  sqlite3_limit(db: Pointer, limit: number, value: number): number;
  sqlite3_prepare_v3(
    ...args: [
      Pointer,
      Pointer,
      byteLength: number,
      flags: number,
      statement: Pointer,
      tail: Pointer,
    ]
  ): number;
  sqlite3_result_error(context: Pointer, message: string, bytes: -1): void;
  sqlite3_set_authorizer(db: Pointer, authorize: Authorizer, aux: Pointer): number;
  sqlite3_step(statement: Pointer): number;
  sqlite3_stmt_isexplain(statement: Pointer): number;
  sqlite3_stmt_readonly(statement: Pointer): number;
  sqlite3_value_to_js(value: Pointer): SqliteValue | undefined;
  sqlite3_vtab_collation(info: Pointer, constraint: number): string;
  sqlite3_vtab_in(info: Pointer, constraint: number, handle: number): number;
  sqlite3_vtab_in_first(value: Pointer, out: Pointer): number;
  sqlite3_vtab_in_next(value: Pointer, out: Pointer): number;
}

export type SqliteValue = string | number | bigint | Uint8Array | null;
export type Authorizer = (
  aux: Pointer,
  action: number,
  ...names: readonly (string | 0)[]
) => number;

/** Functions of the WebAssembly module itself, which convert nothing. */
interface SqliteExports {
  sqlite3_column_blob(statement: Pointer, column: number): Pointer;
  sqlite3_column_bytes(statement: Pointer, column: number): number;
  sqlite3_column_double(statement: Pointer, column: number): number;
  sqlite3_column_int64(statement: Pointer, column: number): bigint;
  sqlite3_column_text(statement: Pointer, column: number): Pointer;
  sqlite3_column_type(statement: Pointer, column: number): number;
  sqlite3_result_double(context: Pointer, value: number): void;
  sqlite3_result_int(context: Pointer, value: number): void;
  sqlite3_result_int64(context: Pointer, value: bigint): void;
  sqlite3_result_text(context: Pointer, text: Pointer, bytes: number, destructor: number): void;
}

export interface Sqlite {
  readonly capi: SqliteApi;
  readonly oo1: {
    readonly DB: new (name: string) => { pointer: Pointer; exec(sql: string): unknown };
  };
  readonly vtab: {
    setupModule(options: { methods: VirtualTableMethods }): { pointer: Pointer };
    xCursor: PointerMapper;
    xIndexInfo(pointer: Pointer): IndexInfo;
    xRowid(rowid: Pointer, value: number): unknown;
    xVtab: PointerMapper;
  };
  readonly wasm: {
    alloc(bytes: number): Pointer;
    allocCString(text: string, withLength: true): [Pointer, number];
    dealloc(pointer: Pointer): void;
    readonly exports: SqliteExports;
    /** The memory as it is now; another array once it has grown. */
    heap8u(): Uint8Array<ArrayBuffer>;
    peekPtr(pointer: Pointer): Pointer;
    pokePtr(pointer: Pointer, value: Pointer): unknown;
    allocCString(text: string): Pointer;
  };
}

/** Result codes and limits of sqlite3.h. */
export const SQLITE = {
  OK: 0,
  UTF8: 1,
  DETERMINISTIC: 0x800,
  ERROR: 1,
  DENY: 1,
  NOMEM: 7,
  FULL: 13,
  ROW: 100,
  DONE: 101,
  FLOAT: 2,
  INTEGER: 1,
  BLOB: 4,
  NULL: 5,
  LIMIT_LENGTH: 0,
  LIMIT_SQL_LENGTH: 1,
  LIMIT_EXPR_DEPTH: 3,
  DBCONFIG_DQS_DML: 1013,
  INDEX_CONSTRAINT_EQ: 2,
  INDEX_CONSTRAINT_LIKE: 65,
} as const;

const NEEDED = [
  ...['capi.sqlite3_create_module', 'capi.sqlite3_vtab_in', 'capi.sqlite3_prepare_v3', 'oo1.DB'],
  ...['capi.sqlite3_create_function', 'capi.sqlite3_create_collation_v2'],
  ...['capi.sqlite3_set_authorizer', 'vtab.setupModule', 'wasm.alloc', 'wasm.heap8u'],
  ...['wasm.exports.sqlite3_column_int64', 'wasm.exports.sqlite3_result_int64'],
];

const findMember = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        (typeof at === 'object' || typeof at === 'function') && at !== null
          ? Reflect.get(at, key)
          : undefined,
      value
    );

const isSqlite = (value: unknown): value is Sqlite =>
  NEEDED.every((path) => typeof findMember(value, path) === 'function');

/** A fresh SQLite, sharing nothing with others. Throws if the package lacks what we call. */
export const loadSqlite = async (): Promise<Sqlite> => {
  const sqlite: unknown = await initSqlite();
  if (isSqlite(sqlite)) return sqlite;
  const missing = NEEDED.filter((path) => typeof findMember(sqlite, path) !== 'function');
  throw new Error(`@sqlite.org/sqlite-wasm lacks ${missing.join(', ')}`);
};
