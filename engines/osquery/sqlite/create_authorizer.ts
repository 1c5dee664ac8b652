/** Which parts of a statement may SQLite compile? Reading our tables and computing; everything else is denied by default. */
import { SQLITE, type Authorizer } from './sqlite_module';

/** Action codes of sqlite3.h. */
const ACTION = { read: 20, select: 21, function: 31, recursive: 33 } as const;
const ACTION_WORDS: ReadonlyMap<number, string> = new Map([
  ...([9, 18, 23] as const).map((code): [number, string] => [code, 'writing']),
  ...([1, 2, 3, 4, 5, 6, 7, 8, 26, 29] as const).map((code): [number, string] => [
    code,
    'changing the schema',
  ]),
  [19, 'PRAGMA'],
  [22, 'a transaction'],
  [24, 'ATTACH'],
  [25, 'DETACH'],
  [27, 'REINDEX'],
  [28, 'ANALYZE'],
  [30, 'changing the schema'],
  [32, 'a savepoint'],
]);

/** Functions that reach outside the query in some build of SQLite or Osquery. */
const DENIED_FUNCTIONS = new Set([
  ...['load_extension', 'readfile', 'writefile', 'edit', 'fts3_tokenizer', 'sqlite_log'],
]);
/** SQLite's own tables a query may read: they compute, or list (nothing of) the schema. */
const HARMLESS_TABLES = ['json_each', 'json_tree', 'sqlite_master', 'sqlite_schema'];

/** @param onRefusal hears the sentence that says what was denied */
export const createAuthorizer = (
  tables: readonly string[],
  onRefusal: (sentence: string) => void
): Authorizer => {
  const readable = new Set([...tables, ...HARMLESS_TABLES]);
  const findRefusal = (action: number, first: string, second: string): string | undefined => {
    if (action === ACTION.select || action === ACTION.recursive) return undefined;
    if (action === ACTION.read) {
      // Without a column it is `count(*)`, which SQLite reports for the names of WITH as well.
      return second === '' || readable.has(first) ? undefined : `no such table: ${first}`;
    }
    if (action === ACTION.function) {
      return DENIED_FUNCTIONS.has(second.toLowerCase())
        ? `The function ${second} is not allowed here.`
        : undefined;
    }
    return `Only SELECT is allowed here, not ${ACTION_WORDS.get(action) ?? 'anything else'}.`;
  };
  return (_aux, action, first, second) => {
    const refusal = findRefusal(action, first || '', second || '');
    if (refusal === undefined) return SQLITE.OK;
    onRefusal(refusal);
    return SQLITE.DENY;
  };
};
