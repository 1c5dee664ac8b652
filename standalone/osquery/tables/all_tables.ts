import type { TableDefinition } from '../table';
import { crontabTable } from './crontab';
import { listeningPortsTable } from './listening_ports';
import { processOpenSocketsTable } from './process_open_sockets';
import { processesTable } from './processes';
import { usersTable } from './users';

/** Every table of the local Osquery, by name. */
export const ALL_TABLES: readonly TableDefinition[] = [
  crontabTable,
  listeningPortsTable,
  processOpenSocketsTable,
  processesTable,
  usersTable,
];
