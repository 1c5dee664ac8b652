import { readPasswd } from '../../../machine';
import type { TableDefinition } from '../../table';

const toSigned = (id: number): number => id | 0;

export const usersTable: TableDefinition = {
  name: 'users',
  description: 'Local accounts of /etc/passwd.',
  columns: [
    { name: 'uid', type: 'BIGINT', description: 'User id' },
    { name: 'gid', type: 'BIGINT', description: 'Id of the primary group' },
    { name: 'uid_signed', type: 'BIGINT', description: 'User id as a signed 32-bit number' },
    { name: 'gid_signed', type: 'BIGINT', description: 'Group id as a signed 32-bit number' },
    { name: 'username', type: 'TEXT', description: 'Login name' },
    { name: 'description', type: 'TEXT', description: 'Comment, mostly the full name' },
    { name: 'directory', type: 'TEXT', description: 'Home directory' },
    { name: 'shell', type: 'TEXT', description: 'Login shell' },
    { name: 'uuid', type: 'TEXT', description: 'Empty on Linux', collate: 'nocase' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
    {
      ...{ name: 'include_remote', type: 'INTEGER', hidden: true },
      description: 'Always 0: directory services are not asked',
    },
  ],
  *generate({ files }) {
    for (const user of readPasswd(files)) {
      yield {
        ...user,
        uid_signed: toSigned(user.uid),
        gid_signed: toSigned(user.gid),
        pid_with_namespace: 0,
        include_remote: 0,
      };
    }
  },
};
