import { listPids } from '../../../machine';
import type { TableDefinition } from '../../table';

const KINDS = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts'];

export const processNamespacesTable: TableDefinition = {
  name: 'process_namespaces',
  description: 'In which namespaces processes run: those of a container have others than the host.',
  columns: [
    { name: 'pid', type: 'INTEGER', description: 'Process id', index: true },
    { name: 'cgroup_namespace', type: 'TEXT', description: 'Inode of its cgroup namespace' },
    { name: 'ipc_namespace', type: 'TEXT', description: 'Inode of its IPC namespace' },
    { name: 'mnt_namespace', type: 'TEXT', description: 'Inode of its mount namespace' },
    { name: 'net_namespace', type: 'TEXT', description: 'Inode of its network namespace' },
    { name: 'pid_namespace', type: 'TEXT', description: 'Inode of its process namespace' },
    { name: 'user_namespace', type: 'TEXT', description: 'Inode of its user namespace' },
    { name: 'uts_namespace', type: 'TEXT', description: 'Inode of its host name namespace' },
  ],
  *generate({ files }, scope) {
    for (const pid of listPids(files, scope.equals('pid'))) {
      const inodes = KINDS.map((kind) => {
        const link = files.readLink(`/proc/${pid}/ns/${kind}`) ?? '';
        return [`${kind}_namespace`, /\[(\d+)\]/.exec(link)?.[1] ?? ''] as const;
      });
      // Another user's process shows none.
      if (inodes.some(([, inode]) => inode !== '')) yield { pid, ...Object.fromEntries(inodes) };
    }
  },
};
