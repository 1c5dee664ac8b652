import type { LocalOsquery, QueryOptions, ResultRow } from '../../../engines/osquery';
import type { LiveQueryStore, QueryAnswer, StoredQuery } from './live_query_store';
import { toOutcomeSentence } from './to_outcome_sentence';

interface RunPorts {
  readonly osquery: LocalOsquery;
  readonly store: LiveQueryStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Runs one query on this machine and stores its rows; the answer is what is known of the run afterwards. */
export const runQuery = async (
  { osquery, store, now }: RunPorts,
  query: StoredQuery,
  options: QueryOptions
): Promise<QueryAnswer> => {
  const startedAt = new Date(now()).toISOString();
  const outcome = await osquery.run(query.sql, options);
  const { columns, rows, total, isTotalExact } = outcome.kind === 'rows' ? outcome : NO_ROWS;
  if (rows.length > 0) await store.putRows(query.actionId, { columns, rows });
  const error = toOutcomeSentence(outcome);
  return {
    outcome: outcome.kind,
    startedAt,
    completedAt: new Date(now()).toISOString(),
    rowCount: rows.length,
    characters: countCharacters(rows),
    ...(total > rows.length && { totalRows: total }),
    ...(!isTotalExact && { isTotalOpen: true }),
    ...(error !== undefined && { error }),
  };
};

const NO_ROWS = { columns: [], rows: [], total: 0, isTotalExact: true };

/** As they are stored: with the names of the columns in every row. */
const countCharacters = (rows: readonly ResultRow[]): number => {
  let characters = 0;
  for (const row of rows) {
    for (const name in row) characters += name.length + (row[name]?.length ?? 0);
  }
  return characters;
};
