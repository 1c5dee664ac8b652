import { listUsers } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

const SYSTEM_FILE = '/etc/ssh/ssh_config';
const BLOCK = /^(?:host|match)\s/i;

function* toRows(uid: number, path: string, text: string): Iterable<TableRow> {
  let block = '';
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (BLOCK.test(line)) block = line;
    else yield { uid, block, option: line, ssh_config_file: path };
  }
}

export const sshConfigsTable: TableDefinition = {
  name: 'ssh_configs',
  description: 'How SSH logs in to other hosts, for all users and for each.',
  columns: [
    { name: 'uid', type: 'BIGINT', description: 'Whose settings; 0 for those of all', index: true },
    { name: 'block', type: 'TEXT', description: 'Host or Match line they stand below' },
    { name: 'option', type: 'TEXT', description: 'The line' },
    { name: 'ssh_config_file', type: 'TEXT', description: 'File it stands in' },
  ],
  *generate({ files }, scope) {
    const system = files.readText(SYSTEM_FILE);
    if (system !== undefined) yield* toRows(0, SYSTEM_FILE, system);
    for (const { uid, directory } of listUsers(files, scope.equals('uid'))) {
      const path = `${directory}/.ssh/config`;
      yield* toRows(uid, path, files.readText(path) ?? '');
    }
  },
};
