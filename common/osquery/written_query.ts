import { findSimilarNames } from '../eql/errors/find_similar_names';
import type { NotOneSelectReason } from './filled_query';
import { findTableNames } from './find_table_names';
import { toOneSelect } from './one_select';
import { LINUX_TABLE_NAMES, OWN_TABLE_NAMES } from './osquery_table_names';
import { toSqlTokens } from './sql_tokens';

/** Why a query that somebody wrote is not sent. */
export type WrittenQueryProblem =
  | { readonly code: 'not_one_select'; readonly reason: NotOneSelectReason }
  | { readonly code: 'unknown_table'; readonly name: string; readonly similar: readonly string[] };

/** Tables of SQLite itself. */
const SQLITE_TABLES: ReadonlySet<string> = new Set([
  'json_each',
  'json_tree',
  'sqlite_temp_master',
]);

/**
 * Checks a query before it is sent to a host: one SELECT, of tables that Osquery has on Linux. Columns and the rest are for
 * Osquery to judge.
 * @returns undefined for a query that may be sent
 */
export const findWrittenQueryProblem = (sql: string): WrittenQueryProblem | undefined => {
  const select = toOneSelect(toSqlTokens(sql));
  if (!select.ok) return { code: 'not_one_select', reason: select.reason };
  if (sql.includes('{{')) return { code: 'not_one_select', reason: 'stray_braces' };
  const unknown = findTableNames(sql).find(
    (name) => !LINUX_TABLE_NAMES.has(name) && !OWN_TABLE_NAMES.has(name) && !SQLITE_TABLES.has(name)
  );
  return unknown === undefined
    ? undefined
    : {
        code: 'unknown_table',
        name: unknown,
        similar: findSimilarNames(unknown, LINUX_TABLE_NAMES),
      };
};
