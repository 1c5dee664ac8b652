export { createLocalOsquery } from './create_local_osquery';
export type { TableInfo, LocalOsquery, QueryOptions } from './local_osquery';
export type { QueryOutcome, SqlColumn, ResultRow } from './query_outcome';
