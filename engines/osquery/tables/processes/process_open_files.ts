import { listPids } from '../../../machine';
import type { TableDefinition } from '../../table';

/** What a descriptor can be that has no place in the file system. */
const NO_FILE = /^(?:socket|anon_inode|pipe):/;

export const processOpenFilesTable: TableDefinition = {
  name: 'process_open_files',
  description: 'Files that processes have open.',
  columns: [
    { name: 'pid', type: 'BIGINT', description: 'Process id', index: true },
    { name: 'fd', type: 'BIGINT', description: 'File descriptor' },
    {
      name: 'path',
      type: 'TEXT',
      description: 'File; the kernel adds " (deleted)" to one that is',
    },
  ],
  *generate({ files }, scope) {
    for (const pid of listPids(files, scope.equals('pid'))) {
      const descriptors = files.list(`/proc/${pid}/fd`).map(Number);
      for (const fd of descriptors.sort((a, b) => a - b)) {
        const path = files.readLink(`/proc/${pid}/fd/${fd}`);
        if (path !== undefined && !NO_FILE.test(path)) yield { pid, fd, path };
      }
    }
  },
};
