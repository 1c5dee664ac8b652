import type { TableDefinition, TableRow } from '../../table';

/** What the C library starts with: RES_INIT, RES_RECURSE, RES_DEFNAMES and RES_DNSRCH of resolv.h. */
const DEFAULT_OPTIONS = 0x2c1;

export const dnsResolversTable: TableDefinition = {
  name: 'dns_resolvers',
  description: 'Name servers and search domains of /etc/resolv.conf.',
  columns: [
    { name: 'id', type: 'INTEGER', description: 'Place among those of its type, from 0' },
    { name: 'type', type: 'TEXT', description: 'nameserver, search or sortlist' },
    { name: 'address', type: 'TEXT', description: 'Address, or domain to search' },
    { name: 'netmask', type: 'TEXT', description: 'Length of the address mask' },
    { name: 'options', type: 'BIGINT', description: 'Options of the resolver as bits' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }) {
    const rows: { type: string; address: string; netmask: string }[] = [];
    let search: string[] = [];
    for (const line of (files.readText('/etc/resolv.conf') ?? '').split('\n')) {
      const [keyword = '', ...values] = line
        .replace(/[#;].*/, '')
        .trim()
        .split(/\s+/);
      const [first] = values;
      if (keyword === 'nameserver' && first !== undefined) {
        rows.push({ type: 'nameserver', address: first, netmask: '32' });
      }
      // The last of these lines holds.
      if (keyword === 'search' || keyword === 'domain') search = values;
      if (keyword !== 'sortlist') continue;
      for (const value of values) {
        const [address = '', netmask = ''] = value.split('/');
        rows.push({ type: 'sortlist', address, netmask });
      }
    }
    for (const address of search) rows.push({ type: 'search', address, netmask: '' });
    const counts = new Map<string, number>();
    for (const row of rows) {
      const id = counts.get(row.type) ?? 0;
      counts.set(row.type, id + 1);
      const found: TableRow = { id, ...row, options: DEFAULT_OPTIONS, pid_with_namespace: 0 };
      yield found;
    }
  },
};
