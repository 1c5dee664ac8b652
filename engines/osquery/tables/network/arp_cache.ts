import type { TableDefinition } from '../../table';

/** ATF_COM and ATF_PERM of linux/if_arp.h. */
const PERMANENT = '0x6';

export const arpCacheTable: TableDefinition = {
  name: 'arp_cache',
  description: 'Which hardware addresses neighbours have.',
  columns: [
    { name: 'address', type: 'TEXT', description: 'IPv4 address' },
    { name: 'mac', type: 'TEXT', description: 'Hardware address' },
    { name: 'interface', type: 'TEXT', description: 'Interface the neighbour is reached by' },
    { name: 'permanent', type: 'TEXT', description: '1 for an entry that stays, else 0' },
  ],
  *generate({ files }) {
    for (const line of (files.readText('/proc/net/arp') ?? '').split('\n').slice(1)) {
      const [address = '', , flags, mac, , device] = line.trim().split(/\s+/);
      if (device === undefined) continue;
      yield { address, mac, interface: device, permanent: flags === PERMANENT ? '1' : '0' };
    }
  },
};
