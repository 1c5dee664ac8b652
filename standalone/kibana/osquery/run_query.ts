import type { LocalOsquery } from '../../../engines/osquery';
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
  timeoutMs: number | undefined
): Promise<QueryAnswer> => {
  const startedAt = new Date(now()).toISOString();
  const outcome = await osquery.run(query.sql, timeoutMs === undefined ? {} : { timeoutMs });
  const { columns, rows, truncated } =
    outcome.kind === 'rows' ? outcome : { columns: [], rows: [], truncated: false };
  if (rows.length > 0) await store.putRows(query.actionId, { columns, rows });
  const error = toOutcomeSentence(outcome);
  return {
    outcome: outcome.kind,
    startedAt,
    completedAt: new Date(now()).toISOString(),
    rowCount: rows.length,
    isTruncated: truncated,
    ...(error !== undefined && { error }),
  };
};
