import type { TableDefinition } from '../table';
import { authorizedKeysTable } from './users/authorized_keys';
import { cronFilesTable } from './schedule/cron_files';
import { crontabTable } from './schedule/crontab';
import { fileTable } from './files/file';
import { groupsTable } from './users/groups';
import { hashTable } from './files/hash';
import { interfaceAddressesTable } from './network/interface_addresses';
import { kernelInfoTable } from './system/kernel_info';
import { lastTable } from './users/last';
import { listeningPortsTable } from './network/listening_ports';
import { loggedInUsersTable } from './users/logged_in_users';
import { mountsTable } from './system/mounts';
import { osVersionTable } from './system/os_version';
import { processEnvsTable } from './processes/process_envs';
import { processOpenFilesTable } from './processes/process_open_files';
import { processOpenSocketsTable } from './network/process_open_sockets';
import { processesTable } from './processes/processes';
import { shellHistoryTable } from './users/shell_history';
import { systemInfoTable } from './system/system_info';
import { systemdUnitsTable } from './schedule/systemd_units';
import { uptimeTable } from './system/uptime';
import { usersTable } from './users/users';

/** Every table of the local Osquery, by name. */
export const ALL_TABLES: readonly TableDefinition[] = [
  authorizedKeysTable,
  cronFilesTable,
  crontabTable,
  fileTable,
  groupsTable,
  hashTable,
  interfaceAddressesTable,
  kernelInfoTable,
  lastTable,
  listeningPortsTable,
  loggedInUsersTable,
  mountsTable,
  osVersionTable,
  processEnvsTable,
  processOpenFilesTable,
  processOpenSocketsTable,
  processesTable,
  shellHistoryTable,
  systemInfoTable,
  systemdUnitsTable,
  uptimeTable,
  usersTable,
];
