import type { TableDefinition } from '../table';
import { authorizedKeysTable } from './authorized_keys';
import { cronFilesTable } from './cron_files';
import { crontabTable } from './crontab';
import { fileTable } from './file';
import { groupsTable } from './groups';
import { hashTable } from './hash';
import { interfaceAddressesTable } from './interface_addresses';
import { kernelInfoTable } from './kernel_info';
import { lastTable } from './last';
import { listeningPortsTable } from './listening_ports';
import { loggedInUsersTable } from './logged_in_users';
import { mountsTable } from './mounts';
import { osVersionTable } from './os_version';
import { processEnvsTable } from './process_envs';
import { processOpenFilesTable } from './process_open_files';
import { processOpenSocketsTable } from './process_open_sockets';
import { processesTable } from './processes';
import { shellHistoryTable } from './shell_history';
import { systemInfoTable } from './system_info';
import { systemdUnitsTable } from './systemd_units';
import { uptimeTable } from './uptime';
import { usersTable } from './users';

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
