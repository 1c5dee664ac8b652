/**
 * Which constraints of the WHERE clause does a table get to see? SQLite asks before it runs a query and
 * hands the values over when it starts a scan; it checks every row again, so a plan may only narrow.
 */
import type { TableDefinition } from '../table';
import { SQLITE, type IndexInfo, type Pointer, type Sqlite } from './sqlite_module';

/** One value SQLite passes to the scan, in this order. */
interface PlannedConstraint {
  readonly column: string;
  readonly kind: 'equals' | 'in' | 'like';
}

export interface TablePlan {
  readonly constraints: readonly PlannedConstraint[];
  readonly columnsUsed: bigint;
}

/** Columns from the 64th on share one bit of SQLite's mask; no table here has as many. */
export const usesColumn = (plan: TablePlan, index: number): boolean =>
  (plan.columnsUsed & (1n << BigInt(index))) !== 0n;

/** Rough, in units of one file read: enough for SQLite to put the cheap side inside a join. */
const FULL_SCAN = { cost: 1_000, rows: 500n };
const NARROWED_SCAN = { cost: 1, rows: 5n };
/** Of a table that can't be listed whole: SQLite takes any other plan there is. */
const IMPOSSIBLE_COST = 1e15;

const toCost = (table: TableDefinition, constraints: readonly PlannedConstraint[]): number => {
  if (constraints.length > 0) return table.narrowedCost ?? NARROWED_SCAN.cost;
  return table.columns.some(({ required }) => required) ? IMPOSSIBLE_COST : FULL_SCAN.cost;
};

const findKind = (
  sqlite: Sqlite,
  table: TableDefinition,
  info: IndexInfo,
  pointer: Pointer,
  index: number
): PlannedConstraint | undefined => {
  const constraint = info.nthConstraint(index);
  const { $iColumn, $op, $usable } = constraint;
  constraint.dispose();
  const column = table.columns[$iColumn];
  if (!column || $usable === 0) return undefined;
  if ($op === SQLITE.INDEX_CONSTRAINT_LIKE && column.like)
    return { column: column.name, kind: 'like' };
  if ($op !== SQLITE.INDEX_CONSTRAINT_EQ || !column.index) return undefined;
  // `= x COLLATE NOCASE` must not be narrowed to the exact text.
  if (sqlite.capi.sqlite3_vtab_collation(pointer, index) !== 'BINARY') return undefined;
  const isList = sqlite.capi.sqlite3_vtab_in(pointer, index, -1) !== 0;
  if (isList) sqlite.capi.sqlite3_vtab_in(pointer, index, 1);
  return { column: column.name, kind: isList ? 'in' : 'equals' };
};

/** Chooses the constraints and tells SQLite which values to pass, what the scan costs, and the number `register` gave the plan. */
export const planScan = (
  sqlite: Sqlite,
  table: TableDefinition,
  pointer: Pointer,
  register: (plan: TablePlan) => number
): void => {
  const info = sqlite.vtab.xIndexInfo(pointer);
  const constraints: PlannedConstraint[] = [];
  for (let index = 0; index < info.$nConstraint; index += 1) {
    const planned = findKind(sqlite, table, info, pointer, index);
    if (!planned) continue;
    constraints.push(planned);
    const usage = info.nthConstraintUsage(index);
    usage.$argvIndex = constraints.length;
    usage.dispose();
  }
  info.$idxNum = register({ constraints, columnsUsed: info.$colUsed });
  info.$estimatedCost = toCost(table, constraints);
  info.$estimatedRows = constraints.length > 0 ? NARROWED_SCAN.rows : FULL_SCAN.rows;
  info.dispose();
};
