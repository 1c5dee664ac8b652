/**
 * Runs one SELECT over the tables. It blocks its thread until SQLite is done, so it lives in a worker
 * that can be ended.
 */
import { ALL_FUNCTIONS } from '../functions/all_functions';
import type { Machine } from '../../machine';
import type { QueryOutcome } from '../query_outcome';
import { explainMissingTable } from '../sql/explain_missing_table';
import { findSqlRefusal } from '../sql/find_sql_refusal';
import type { TableDefinition } from '../table';
import { collectRows, type ResultLimits } from './collect_rows';
import { createAuthorizer } from './create_authorizer';
import { createCells } from './create_cells';
import { createScanCache } from './create_scan_cache';
import { openEmptyDatabase } from './open_empty_database';
import { prepareSelect } from './prepare_select';
import { registerFunctions } from './register_functions';
import { registerTables, type ScanContext } from './register_tables';
import { loadSqlite, SQLITE } from './sqlite_module';

/** Of all scans of one query together. */
const MAX_CACHED_ROWS = 20_000;

type RunResult = Extract<QueryOutcome, { kind: 'rows' | 'failed' }>;

interface SqlEngine {
  run(sql: string, limits: ResultLimits): RunResult;
}

/** @param createMachine called before each query, so that one query sees one state of what is kept */
export const createSqlEngine = async (
  tables: readonly TableDefinition[],
  createMachine: () => Machine
): Promise<SqlEngine> => {
  const sqlite = await loadSqlite();
  const cells = createCells(sqlite);
  const db = openEmptyDatabase(sqlite);
  const context: ScanContext = {
    ...{ machine: undefined, plans: [], problem: undefined },
    scans: createScanCache(MAX_CACHED_ROWS),
  };
  registerFunctions(sqlite, cells, db, ALL_FUNCTIONS);
  registerTables(sqlite, cells, db, tables, context);
  let refusal: string | undefined;
  const tableNames = tables.map(({ name }) => name);
  const authorize = createAuthorizer(tableNames, (sentence) => (refusal ??= sentence));
  sqlite.capi.sqlite3_set_authorizer(db, authorize, 0);

  const select = (sql: string, limits: ResultLimits): RunResult => {
    const start = performance.now();
    const prepared = prepareSelect(sqlite, db, sql);
    if (prepared.kind === 'failed') {
      const message = explainMissingTable(refusal ?? prepared.message, tableNames);
      return { kind: 'failed', message };
    }
    try {
      const { code, ...result } = collectRows(sqlite, cells, prepared.statement, limits, start);
      return code === SQLITE.DONE || code === SQLITE.ROW
        ? { kind: 'rows', ...result, elapsedMs: performance.now() - start }
        : {
            kind: 'failed',
            message: context.problem ?? refusal ?? sqlite.capi.sqlite3_errmsg(db),
          };
    } finally {
      sqlite.capi.sqlite3_finalize(prepared.statement);
    }
  };

  return {
    run: (sql, limits) => {
      const refused = findSqlRefusal(sql);
      if (refused !== undefined) return { kind: 'failed', message: refused };
      refusal = undefined;
      context.machine = createMachine();
      context.plans.length = 0;
      context.scans = createScanCache(MAX_CACHED_ROWS);
      context.problem = undefined;
      return select(sql, limits);
    },
  };
};
