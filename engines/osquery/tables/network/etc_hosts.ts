import type { TableDefinition } from '../../table';

export const etcHostsTable: TableDefinition = {
  name: 'etc_hosts',
  description: 'Lines of /etc/hosts.',
  columns: [
    { name: 'address', type: 'TEXT', description: 'IPv4 or IPv6 address' },
    { name: 'hostnames', type: 'TEXT', description: 'Names it stands for, with blanks between' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }) {
    for (const line of (files.readText('/etc/hosts') ?? '').split('\n')) {
      const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
      if (address === '' || names.length === 0) continue;
      yield { address, hostnames: names.join(' '), pid_with_namespace: 0 };
    }
  },
};
