import { parseLoginRecords } from '../../../machine';
import type { TableDefinition } from '../../table';

/** By `ut_type`. */
const TYPE_NAMES = [
  ...['empty', 'runlevel', 'boot_time', 'new_time', 'old_time'],
  ...['init', 'login', 'user', 'dead', 'accounting'],
];
const INIT_PID = 1;

export const loggedInUsersTable: TableDefinition = {
  name: 'logged_in_users',
  description: 'Sessions of /run/utmp.',
  columns: [
    {
      name: 'type',
      type: 'TEXT',
      description: 'user for a session, else what the record is about',
    },
    { name: 'user', type: 'TEXT', description: 'Login name' },
    { name: 'tty', type: 'TEXT', description: 'Terminal' },
    { name: 'host', type: 'TEXT', description: 'Where the login came from' },
    { name: 'time', type: 'BIGINT', description: 'Unix seconds' },
    { name: 'pid', type: 'INTEGER', description: 'Process of the login' },
  ],
  *generate({ files }) {
    const bytes = files.readBytes('/run/utmp') ?? files.readBytes('/var/run/utmp');
    for (const { type, user, line, host, time, pid } of bytes ? parseLoginRecords(bytes) : []) {
      if (pid === INIT_PID) continue;
      yield { type: TYPE_NAMES[type] ?? 'unknown', user, tty: line, host, time, pid };
    }
  },
};
