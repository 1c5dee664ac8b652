import type { SqlType, TableColumn, TableDefinition } from '../table';

/** Columns that Osquery 5 has for Windows or macOS. On Linux they are there, too, hidden and empty. */
const FOREIGN: Readonly<Record<string, readonly (readonly [name: string, type: SqlType])[]>> = {
  file: [
    ['attributes', 'TEXT'],
    ['volume_serial', 'TEXT'],
    ['file_id', 'TEXT'],
    ['file_version', 'TEXT'],
    ['product_version', 'TEXT'],
    ['original_filename', 'TEXT'],
    ['shortcut_target_path', 'TEXT'],
    ['shortcut_target_type', 'TEXT'],
    ['shortcut_target_location', 'TEXT'],
    ['shortcut_start_in', 'TEXT'],
    ['shortcut_run', 'TEXT'],
    ['shortcut_comment', 'TEXT'],
    ['bsd_flags', 'TEXT'],
  ],
  groups: [
    ['group_sid', 'TEXT'],
    ['comment', 'TEXT'],
    ['is_hidden', 'INTEGER'],
  ],
  interface_addresses: [['friendly_name', 'TEXT']],
  logged_in_users: [
    ['sid', 'TEXT'],
    ['registry_hive', 'TEXT'],
  ],
  os_version: [
    ['install_date', 'BIGINT'],
    ['revision', 'INTEGER'],
    ['extra', 'TEXT'],
  ],
  processes: [
    ['elevated_token', 'INTEGER'],
    ['secure_process', 'INTEGER'],
    ['protection_type', 'TEXT'],
    ['virtual_process', 'INTEGER'],
    ['elapsed_time', 'BIGINT'],
    ['handle_count', 'BIGINT'],
    ['percent_processor_time', 'BIGINT'],
    ['upid', 'BIGINT'],
    ['uppid', 'BIGINT'],
    ['cpu_type', 'INTEGER'],
    ['cpu_subtype', 'INTEGER'],
    ['translated', 'INTEGER'],
  ],
  system_controls: [['field_name', 'TEXT']],
  system_info: [['emulated_cpu_type', 'TEXT']],
  time: [['win_timestamp', 'BIGINT']],
  users: [
    ['type', 'TEXT'],
    ['is_hidden', 'INTEGER'],
  ],
};

/** The table with the columns that queries for several systems name. */
export const addForeignColumns = (table: TableDefinition): TableDefinition => {
  const foreign = (FOREIGN[table.name] ?? []).map(([name, type]): TableColumn => ({
    name,
    type,
    hidden: true,
    description: 'Of another system, empty on Linux',
  }));
  return foreign.length === 0 ? table : { ...table, columns: [...table.columns, ...foreign] };
};
