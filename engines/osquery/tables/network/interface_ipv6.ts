import type { TableDefinition } from '../../table';

const DIRECTORY = '/proc/sys/net/ipv6/conf';

export const interfaceIpv6Table: TableDefinition = {
  name: 'interface_ipv6',
  description: 'How network interfaces handle IPv6.',
  columns: [
    { name: 'interface', type: 'TEXT', description: 'Name of the interface' },
    { name: 'hop_limit', type: 'INTEGER', description: 'Most hops of a packet' },
    { name: 'forwarding_enabled', type: 'INTEGER', description: '1 where packets are passed on' },
    { name: 'redirect_accept', type: 'INTEGER', description: '1 where redirects are followed' },
    {
      name: 'rtadv_accept',
      type: 'INTEGER',
      description: '1 where routers may announce themselves',
    },
  ],
  *generate({ files }) {
    for (const name of files.list(DIRECTORY).sort()) {
      // These two are no interfaces.
      if (name === 'all' || name === 'default') continue;
      const read = (setting: string): number =>
        Number((files.readText(`${DIRECTORY}/${name}/${setting}`) ?? '0').trim());
      yield {
        interface: name,
        hop_limit: read('hop_limit'),
        forwarding_enabled: read('forwarding'),
        redirect_accept: read('accept_redirects'),
        rtadv_accept: read('accept_ra'),
      };
    }
  },
};
