/**
 * Shows the table definitions to SQLite as virtual tables. One module serves them all, each under its own
 * name and told apart by the number SQLite passes back; they exist by name alone (no CREATE), so a query
 * finds nothing it could alter.
 */
import type { Machine } from '../../machine';
import type { TableScope, TableColumn, TableDefinition, TableRow } from '../table';
import type { Cells } from './create_cells';
import { planScan, usesColumn, type TablePlan } from './plan_scan';
import type { ScanCache } from './create_scan_cache';
import { SQLITE, type Pointer, type Sqlite, type VirtualTableMethods } from './sqlite_module';
import { toRowid } from './to_rowid';

interface Cursor {
  readonly table: TableDefinition;
  rows: Iterator<TableRow>;
  row: TableRow | undefined;
}

/** What the tables of one connection share; renewed before every query. */
export interface ScanContext {
  /** Undefined before the first query. */
  machine: Machine | undefined;
  readonly plans: TablePlan[];
  scans: ScanCache;
  /** The error of a table's generator, thrown through SQLite as SQLITE_ERROR. */
  problem: string | undefined;
}

const NO_ROWS: Iterator<TableRow> = [][Symbol.iterator]();

const toDeclaration = ({ name, type, hidden, collate }: TableColumn): string =>
  `"${name}" ${type}${collate ? ` COLLATE ${collate}` : ''}${hidden ? ' HIDDEN' : ''}`;

const readList = ({ capi, wasm }: Sqlite, value: Pointer): string[] => {
  const out = wasm.alloc(4);
  const values: string[] = [];
  try {
    let code = capi.sqlite3_vtab_in_first(value, out);
    for (; code === SQLITE.OK; code = capi.sqlite3_vtab_in_next(value, out)) {
      const item = capi.sqlite3_value_to_js(wasm.peekPtr(out));
      if (item !== null && item !== undefined) values.push(String(item));
    }
  } finally {
    wasm.dealloc(out);
  }
  return values;
};

/** Values of one planned constraint; `= NULL` is met by no row. */
const readValues = (sqlite: Sqlite, value: Pointer, kind: string): string[] => {
  if (kind === 'in') return readList(sqlite, value);
  const single = sqlite.capi.sqlite3_value_to_js(value);
  return single === null || single === undefined ? [] : [String(single)];
};

interface Scan {
  readonly scope: TableScope;
  /** The values of the scope, the same for the same values. */
  readonly key: string;
}

const readScan = (sqlite: Sqlite, table: TableDefinition, plan: TablePlan, argv: Pointer): Scan => {
  const equals = new Map<string, string[]>();
  const like = new Map<string, string[]>();
  plan.constraints.forEach(({ column, kind }, index) => {
    const values = readValues(sqlite, sqlite.wasm.peekPtr(argv + 4 * index), kind);
    const known = equals.get(column);
    if (kind === 'like') like.set(column, [...(like.get(column) ?? []), ...values]);
    else equals.set(column, known ? known.filter((value) => values.includes(value)) : values);
  });
  const scope: TableScope = {
    equals: (column) => equals.get(column),
    like: (column) => like.get(column),
    uses: (column) =>
      usesColumn(
        plan,
        table.columns.findIndex(({ name }) => name === column)
      ),
  };
  return { scope, key: JSON.stringify([[...equals], [...like]]) };
};

const toRequiredProblem = (table: TableDefinition, scope: TableScope): string | undefined => {
  const required = table.columns.filter(({ required }) => required).map(({ name }) => name);
  const given = required.some((name) => scope.equals(name) ?? scope.like(name));
  return required.length === 0 || given
    ? undefined
    : `Table ${table.name} needs ${required.join(' or ')} in the WHERE clause.`;
};

const createMethods = (
  sqlite: Sqlite,
  cells: Cells,
  tables: readonly TableDefinition[],
  context: ScanContext
): VirtualTableMethods => {
  const { capi, vtab } = sqlite;
  const tableOf = new Map<Pointer, TableDefinition>();
  const cursors = new Map<Pointer, Cursor>();
  const getTable = (pointer: Pointer): TableDefinition => {
    const table = tableOf.get(pointer);
    if (!table) throw new Error('SQLite names an unknown virtual table');
    return table;
  };
  const getCursor = (pointer: Pointer): Cursor => {
    const cursor = cursors.get(pointer);
    if (!cursor) throw new Error('SQLite names an unknown cursor');
    return cursor;
  };
  const advance = (cursor: Cursor): void => {
    const next = cursor.rows.next();
    cursor.row = next.done ? undefined : next.value;
  };
  /** No exception may cross SQLite's own frames. */
  const guard = (work: () => void): number => {
    try {
      work();
      return SQLITE.OK;
    } catch (error) {
      context.problem ??= error instanceof Error ? error.message : String(error);
      return SQLITE.ERROR;
    }
  };
  return {
    xConnect: (db, aux, _argc, _argv, out) => {
      const table = tables[aux];
      if (!table) return SQLITE.ERROR;
      const code = capi.sqlite3_declare_vtab(
        db,
        `CREATE TABLE x(${table.columns.map(toDeclaration).join(', ')})`
      );
      if (code === SQLITE.OK) tableOf.set(vtab.xVtab.create(out).pointer, table);
      return code;
    },
    xDisconnect: (pointer) => {
      tableOf.delete(pointer);
      vtab.xVtab.dispose(pointer);
      return SQLITE.OK;
    },
    xBestIndex: (pointer, info) =>
      guard(() =>
        planScan(sqlite, getTable(pointer), info, (plan) => context.plans.push(plan) - 1)
      ),
    xOpen: (pointer, out) =>
      guard(() => {
        const cursor = { table: getTable(pointer), rows: NO_ROWS, row: undefined };
        cursors.set(vtab.xCursor.create(out).pointer, cursor);
      }),
    xClose: (pointer) => {
      cursors.delete(pointer);
      vtab.xCursor.dispose(pointer);
      return SQLITE.OK;
    },
    xFilter: (pointer, planNumber, _text, _argc, argv) =>
      guard(() => {
        const cursor = getCursor(pointer);
        const plan = context.plans[planNumber] ?? { constraints: [], columnsUsed: -1n };
        const { scope, key } = readScan(sqlite, cursor.table, plan, argv);
        const problem = toRequiredProblem(cursor.table, scope);
        if (problem !== undefined) throw new Error(problem);
        const { machine, scans } = context;
        if (!machine) throw new Error('no machine to read');
        const rows = scans.get(`${planNumber}${key}`, () => cursor.table.generate(machine, scope));
        cursor.rows = rows[Symbol.iterator]();
        advance(cursor);
      }),
    xNext: (pointer) => guard(() => advance(getCursor(pointer))),
    xEof: (pointer) => (cursors.get(pointer)?.row === undefined ? 1 : 0),
    xColumn: (pointer, sqlContext, index) =>
      guard(() => {
        const { row, table } = getCursor(pointer);
        cells.setResult(sqlContext, row?.[table.columns[index]?.name ?? ''] ?? null);
      }),
    xRowid: (pointer, out) => guard(() => void vtab.xRowid(out, toRowid(getCursor(pointer).row))),
  };
};

/** Registers the tables on a connection for its whole life. Throws where SQLite refuses one. */
export const registerTables = (
  sqlite: Sqlite,
  cells: Cells,
  db: Pointer,
  tables: readonly TableDefinition[],
  context: ScanContext
): void => {
  const module = sqlite.vtab.setupModule({
    methods: createMethods(sqlite, cells, tables, context),
  });
  tables.forEach(({ name }, index) => {
    const code = sqlite.capi.sqlite3_create_module(db, name, module, index);
    if (code !== SQLITE.OK) throw new Error(`SQLite refuses table ${name} with code ${code}`);
  });
};
