export { createLocalOsquery } from './create_local_osquery';
export type { TableInfo, LocalOsquery, QueryOptions } from './local_osquery';
export type { QueryOutcome, SqlColumn, ResultRow } from './query_outcome';
export { createRecordedOsquery } from './recorded/create_recorded_osquery';
export { recordTables } from './recorded/record_tables';
export type { TableRecording } from './recorded/table_recording';
