import { createFixtureHost, type FixtureFile } from '../host/create_fixture_host';
import type { ResultRow } from '../query_outcome';
import { createSqlEngine } from '../sqlite/create_sql_engine';
import { ALL_TABLES } from './all_tables';

interface FixtureAnswer {
  readonly rows: readonly ResultRow[];
  /** Paths the query read, in order. */
  readonly reads: readonly string[];
}

/** Runs one query over a machine made of the given files; throws with the message of a failed query. For tests. */
export const queryFixture = async (
  tree: Readonly<Record<string, FixtureFile>>,
  sql: string
): Promise<FixtureAnswer> => {
  const fixture = createFixtureHost(tree);
  try {
    const engine = await createSqlEngine(ALL_TABLES, () => fixture.host);
    const result = engine.run(sql, { maxRows: 1_000, maxCharacters: 1_000_000 });
    if (result.kind === 'failed') throw new Error(result.message);
    return { rows: result.rows, reads: fixture.reads };
  } finally {
    fixture.dispose();
  }
};
