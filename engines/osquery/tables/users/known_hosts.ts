import { listUsers } from '../../../machine';
import type { TableDefinition } from '../../table';

export const knownHostsTable: TableDefinition = {
  name: 'known_hosts',
  description: 'Keys of hosts that users have logged in to by SSH.',
  columns: [
    { name: 'uid', type: 'BIGINT', description: 'Whose list', index: true },
    { name: 'key', type: 'TEXT', description: 'The line: hosts, type and key' },
    { name: 'key_file', type: 'TEXT', description: 'File the line stands in' },
  ],
  *generate({ files }, scope) {
    for (const { uid, directory } of listUsers(files, scope.equals('uid'))) {
      const path = `${directory}/.ssh/known_hosts`;
      for (const line of (files.readText(path) ?? '').split('\n')) {
        if (line.trim() !== '' && !line.startsWith('#')) yield { uid, key: line, key_file: path };
      }
    }
  },
};
