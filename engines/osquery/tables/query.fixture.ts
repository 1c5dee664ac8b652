import { createFixtureHost, type FixtureFile } from '../../machine/host/create_host.fixture';
import { createHost, type Host } from '../../machine/host/host';
import type { ResultRow } from '../query_outcome';
import { createSqlEngine } from '../sqlite/create_sql_engine';
import { ALL_TABLES } from './all_tables';

interface FixtureAnswer {
  readonly rows: readonly ResultRow[];
  /** Paths the query read, in order. */
  readonly reads: readonly string[];
}

/** Set before each query. */
const current: { host: Host } = { host: createHost() };
/** One for all queries of a test file: loading SQLite takes longer than any of them. */
const engine = createSqlEngine(ALL_TABLES, () => current.host);

/**
 * Runs one query over a machine made of the given files, of which `change` may replace parts. For tests.
 * Throws with the message of a failed query.
 */
export const queryFixture = async (
  tree: Readonly<Record<string, FixtureFile>>,
  sql: string,
  change: Partial<Host> = {}
): Promise<FixtureAnswer> => {
  const { run } = await engine;
  const fixture = createFixtureHost(tree);
  current.host = { ...fixture.host, ...change };
  try {
    const result = run(sql, { maxRows: 1_000, maxCharacters: 1_000_000 });
    if (result.kind === 'failed') throw new Error(result.message);
    return { rows: result.rows, reads: fixture.reads };
  } finally {
    fixture.dispose();
  }
};
