import type { TableDefinition } from '../../table';

const NUMBER = /^\d{1,10}$/;

export const groupsTable: TableDefinition = {
  name: 'groups',
  description: 'Local groups of /etc/group.',
  columns: [
    { name: 'gid', type: 'BIGINT', description: 'Group id' },
    { name: 'gid_signed', type: 'BIGINT', description: 'Group id as a signed 32-bit number' },
    { name: 'groupname', type: 'TEXT', description: 'Name of the group' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }) {
    for (const line of (files.readText('/etc/group') ?? '').split('\n')) {
      const [groupname = '', , gid = ''] = line.split(':');
      if (/^$|^#/.test(groupname) || !NUMBER.test(gid)) continue;
      yield { gid: Number(gid), gid_signed: Number(gid) | 0, groupname, pid_with_namespace: 0 };
    }
  },
};
