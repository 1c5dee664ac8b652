import { createFixtureMachine, type FixtureFile } from '../../machine/create_machine.fixture';
import { createMachine, type Machine } from '../../machine/machine';
import type { ResultRow } from '../query_outcome';
import { createSqlEngine } from '../sqlite/create_sql_engine';
import { ALL_TABLES } from './all_tables';

interface FixtureAnswer {
  readonly rows: readonly ResultRow[];
  /** Paths the query read, in order. */
  readonly reads: readonly string[];
}

/** Set before each query. */
const current: { machine: Machine } = { machine: createMachine() };
/** One for all queries of a test file: loading SQLite takes longer than any of them. */
const engine = createSqlEngine(ALL_TABLES, () => current.machine);

/**
 * Runs one query over a machine made of the given files, of which `change` may replace parts. For tests.
 * Throws with the message of a failed query.
 */
export const queryFixture = async (
  tree: Readonly<Record<string, FixtureFile>>,
  sql: string,
  change: Partial<Machine> = {}
): Promise<FixtureAnswer> => {
  const { run } = await engine;
  const fixture = createFixtureMachine(tree);
  current.machine = { ...fixture.machine, ...change };
  try {
    const result = run(sql, { maxRows: 1_000, maxCharacters: 1_000_000, countUntilMs: 10_000 });
    if (result.kind === 'failed') throw new Error(result.message);
    return { rows: result.rows, reads: fixture.reads };
  } finally {
    fixture.dispose();
  }
};
