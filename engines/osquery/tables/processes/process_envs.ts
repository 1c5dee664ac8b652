import { listPids } from '../../../machine';
import type { TableDefinition } from '../../table';

export const processEnvsTable: TableDefinition = {
  name: 'process_envs',
  description: 'Environment variables that processes were started with.',
  columns: [
    { name: 'pid', type: 'INTEGER', description: 'Process id', index: true },
    { name: 'key', type: 'TEXT', description: 'Name of the variable' },
    { name: 'value', type: 'TEXT', description: 'Its value' },
  ],
  *generate({ files }, scope) {
    for (const pid of listPids(files, scope.equals('pid'))) {
      // A process may write over its environment: what is no variable is shown as a name without a value.
      const entries = (files.readText(`/proc/${pid}/environ`) ?? '').split('\0');
      for (const entry of entries.filter((text) => text !== '')) {
        const equals = entry.indexOf('=');
        yield equals < 0
          ? { pid, key: entry, value: '' }
          : { pid, key: entry.slice(0, equals), value: entry.slice(equals + 1) };
      }
    }
  },
};
