import { parseLoginRecords } from '../../../machine';
import type { TableDefinition } from '../../table';

/** Beginnings and ends of sessions; the other records of wtmp are about the machine. */
const TYPE_NAMES: ReadonlyMap<number, string> = new Map([
  [7, 'user-process'],
  [8, 'dead-process'],
]);

export const lastTable: TableDefinition = {
  name: 'last',
  description: 'Logins and logouts of /var/log/wtmp, the oldest first.',
  columns: [
    { name: 'username', type: 'TEXT', description: 'Login name' },
    { name: 'tty', type: 'TEXT', description: 'Terminal' },
    { name: 'pid', type: 'INTEGER', description: 'Process of the login' },
    { name: 'type', type: 'INTEGER', description: '7 login, 8 logout' },
    { name: 'type_name', type: 'TEXT', description: 'user-process or dead-process' },
    { name: 'time', type: 'INTEGER', description: 'Unix seconds' },
    { name: 'host', type: 'TEXT', description: 'Where the login came from' },
  ],
  *generate({ files }) {
    const bytes = files.readBytes('/var/log/wtmp');
    for (const { user, line, pid, type, time, host } of bytes ? parseLoginRecords(bytes) : []) {
      const name = TYPE_NAMES.get(type);
      if (name === undefined) continue;
      yield { username: user, tty: line, pid, type, type_name: name, time, host };
    }
  },
};
