import type { MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

const DIRECTORY = '/sys/class/net';

const readNumber = (files: MachineFiles, path: string): number => {
  const text = (files.readText(path) ?? '').trim();
  return /^(?:0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : 0;
};

export const interfaceDetailsTable: TableDefinition = {
  name: 'interface_details',
  description: 'Network interfaces with what went through them.',
  columns: [
    { name: 'interface', type: 'TEXT', description: 'Name of the interface' },
    { name: 'mac', type: 'TEXT', description: 'Hardware address' },
    {
      name: 'type',
      type: 'INTEGER',
      description: 'Kind of hardware, as linux/if_arp.h numbers it',
    },
    { name: 'mtu', type: 'INTEGER', description: 'Largest packet' },
    { name: 'metric', type: 'INTEGER', description: 'Always 0 here' },
    { name: 'flags', type: 'INTEGER', description: 'Flags of linux/if.h' },
    { name: 'ipackets', type: 'BIGINT', description: 'Packets received' },
    { name: 'opackets', type: 'BIGINT', description: 'Packets sent' },
    { name: 'ibytes', type: 'BIGINT', description: 'Bytes received' },
    { name: 'obytes', type: 'BIGINT', description: 'Bytes sent' },
    { name: 'ierrors', type: 'BIGINT', description: 'Errors when receiving' },
    { name: 'oerrors', type: 'BIGINT', description: 'Errors when sending' },
    { name: 'idrops', type: 'BIGINT', description: 'Packets dropped when receiving' },
    { name: 'odrops', type: 'BIGINT', description: 'Packets dropped when sending' },
    { name: 'collisions', type: 'BIGINT', description: 'Collisions' },
    { name: 'last_change', type: 'BIGINT', description: 'Always -1 on Linux' },
    { name: 'link_speed', type: 'BIGINT', description: 'Speed in Mbit/s, 0 where unknown' },
    { name: 'pci_slot', type: 'TEXT', description: 'Place on the PCI bus' },
  ],
  *generate({ files }) {
    for (const name of files.list(DIRECTORY).sort()) {
      const directory = `${DIRECTORY}/${name}`;
      const count = (statistic: string): number =>
        readNumber(files, `${directory}/statistics/${statistic}`);
      const device = files.readLink(`${directory}/device`) ?? '';
      yield {
        interface: name,
        mac: (files.readText(`${directory}/address`) ?? '').trim(),
        type: readNumber(files, `${directory}/type`),
        mtu: readNumber(files, `${directory}/mtu`),
        metric: 0,
        flags: readNumber(files, `${directory}/flags`),
        ipackets: count('rx_packets'),
        opackets: count('tx_packets'),
        ibytes: count('rx_bytes'),
        obytes: count('tx_bytes'),
        ierrors: count('rx_errors'),
        oerrors: count('tx_errors'),
        idrops: count('rx_dropped'),
        odrops: count('tx_dropped'),
        collisions: count('collisions'),
        last_change: -1,
        link_speed: readNumber(files, `${directory}/speed`),
        pci_slot: /[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-9a-f]$/.exec(device)?.[0] ?? '',
      };
    }
  },
};
