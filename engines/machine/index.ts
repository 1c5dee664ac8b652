export { listAnacronJobs } from './cron/list_anacron_jobs';
export { listAtJobs } from './cron/list_at_jobs';
export { listPeriodicScripts } from './cron/list_periodic_scripts';
export { listSystemdTimers } from './cron/list_systemd_timers';
export { parseCronLine } from './cron/parse_cron_line';
export { listUsers } from './etc/list_users';
export { parseAuthorizedKey } from './etc/parse_authorized_key';
export { readPasswd } from './etc/read_passwd';
export { toRawBytes } from './files/byte_text';
export { createMachine, type Machine } from './machine';
export { type MachineFiles, type MachineRoots, createMachineFiles } from './files/machine_files';
export { expandPathPattern } from './files/expand_path_pattern';
export { parseLoginRecords } from './logins/parse_login_records';
export { findProgramOnDisk } from './proc/find_program_on_disk';
export { formatIpAddress } from './proc/format_ip_address';
export { listOpenSockets, type OpenSocket } from './proc/list_open_sockets';
export { listPids } from './proc/list_pids';
export { findKeyValue, parseKeyValues } from './proc/parse_key_values';
export { parseProcessStat } from './proc/parse_process_stat';
export { FAMILY } from './proc/parse_socket_list';
export {
  listEnabledUnits,
  listUnitFiles,
  SYSTEM_UNIT_DIRECTORIES,
  type UnitFile,
} from './systemd/list_unit_files';
export { findSetting, parseUnitFile, type UnitSettings } from './systemd/parse_unit_file';
export { toObjectPath } from './systemd/to_object_path';
