import type { TableDefinition } from '../table';
import { addForeignColumns } from './foreign_columns';
import { arpCacheTable } from './network/arp_cache';
import { authorizedKeysTable } from './users/authorized_keys';
import { blockDevicesTable } from './system/block_devices';
import { cronFilesTable } from './schedule/cron_files';
import { crontabTable } from './schedule/crontab';
import { debPackagesTable } from './software/deb_packages';
import { dnsResolversTable } from './network/dns_resolvers';
import { dockerContainerMountsTable } from './software/docker_container_mounts';
import { dockerContainerPortsTable } from './software/docker_container_ports';
import { dockerContainersTable } from './software/docker_containers';
import { etcHostsTable } from './network/etc_hosts';
import { fileTable } from './files/file';
import { groupsTable } from './users/groups';
import { hashTable } from './files/hash';
import { interfaceAddressesTable } from './network/interface_addresses';
import { interfaceDetailsTable } from './network/interface_details';
import { interfaceIpv6Table } from './network/interface_ipv6';
import { kernelInfoTable } from './system/kernel_info';
import { kernelModulesTable } from './kernel/kernel_modules';
import { knownHostsTable } from './users/known_hosts';
import { lastTable } from './users/last';
import { listeningPortsTable } from './network/listening_ports';
import { loggedInUsersTable } from './users/logged_in_users';
import { memoryMapTable } from './kernel/memory_map';
import { mountsTable } from './system/mounts';
import { osVersionTable } from './system/os_version';
import { processEnvsTable } from './processes/process_envs';
import { processesTable } from './processes/processes';
import { processMemoryMapTable } from './processes/process_memory_map';
import { processNamespacesTable } from './processes/process_namespaces';
import { processOpenFilesTable } from './processes/process_open_files';
import { processOpenPipesTable } from './processes/process_open_pipes';
import { processOpenSocketsTable } from './network/process_open_sockets';
import { routesTable } from './network/routes';
import { shadowTable } from './users/shadow';
import { sharedMemoryTable } from './kernel/shared_memory';
import { shellHistoryTable } from './users/shell_history';
import { sshConfigsTable } from './users/ssh_configs';
import { startupItemsTable } from './schedule/startup_items';
import { suidBinTable } from './files/suid_bin';
import { systemControlsTable } from './kernel/system_controls';
import { systemdUnitsTable } from './schedule/systemd_units';
import { systemInfoTable } from './system/system_info';
import { timeTable } from './system/time';
import { uptimeTable } from './system/uptime';
import { usbDevicesTable } from './system/usb_devices';
import { usersTable } from './users/users';
import { userSshKeysTable } from './users/user_ssh_keys';

/** Every table of the local Osquery, by name. */
export const ALL_TABLES: readonly TableDefinition[] = [
  arpCacheTable,
  authorizedKeysTable,
  blockDevicesTable,
  cronFilesTable,
  crontabTable,
  debPackagesTable,
  dnsResolversTable,
  dockerContainerMountsTable,
  dockerContainerPortsTable,
  dockerContainersTable,
  etcHostsTable,
  fileTable,
  groupsTable,
  hashTable,
  interfaceAddressesTable,
  interfaceDetailsTable,
  interfaceIpv6Table,
  kernelInfoTable,
  kernelModulesTable,
  knownHostsTable,
  lastTable,
  listeningPortsTable,
  loggedInUsersTable,
  memoryMapTable,
  mountsTable,
  osVersionTable,
  processEnvsTable,
  processMemoryMapTable,
  processNamespacesTable,
  processOpenFilesTable,
  processOpenPipesTable,
  processOpenSocketsTable,
  processesTable,
  routesTable,
  shadowTable,
  sharedMemoryTable,
  shellHistoryTable,
  sshConfigsTable,
  startupItemsTable,
  suidBinTable,
  systemControlsTable,
  systemInfoTable,
  systemdUnitsTable,
  timeTable,
  uptimeTable,
  usbDevicesTable,
  userSshKeysTable,
  usersTable,
].map(addForeignColumns);
