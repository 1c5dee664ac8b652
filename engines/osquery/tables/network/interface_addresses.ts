import type { NetworkInterfaceInfo } from 'node:os';
import type { MachineFiles } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

/** Interface flags of linux/if.h. */
const FLAG = { broadcast: 0x2, loopback: 0x8 };

const readFlags = (files: MachineFiles, name: string): number =>
  Number.parseInt(files.readText(`/sys/class/net/${name}/flags`) ?? '0', 16);

/** The highest address of the network, which is what the kernel uses unless told otherwise. */
const toBroadcast = (address: string, mask: string): string => {
  const maskBytes = mask.split('.').map(Number);
  return address
    .split('.')
    .map((byte, index) => Number(byte) | (~(maskBytes[index] ?? 0) & 0xff))
    .join('.');
};

const toRow = (name: string, info: NetworkInterfaceInfo, flags: number): TableRow => {
  const isIpv4 = info.family === 'IPv4';
  const sendsBroadcast = isIpv4 && (flags & FLAG.broadcast) !== 0;
  return {
    interface: name,
    address: info.address,
    mask: info.netmask,
    broadcast: sendsBroadcast ? toBroadcast(info.address, info.netmask) : '',
    point_to_point: isIpv4 && (flags & FLAG.loopback) !== 0 ? info.address : '',
    type: 'unknown',
  };
};

export const interfaceAddressesTable: TableDefinition = {
  name: 'interface_addresses',
  description: 'Addresses of the network interfaces that are up.',
  columns: [
    { name: 'interface', type: 'TEXT', description: 'Name of the interface' },
    { name: 'address', type: 'TEXT', description: 'IPv4 or IPv6 address' },
    { name: 'mask', type: 'TEXT', description: 'Network mask' },
    { name: 'broadcast', type: 'TEXT', description: 'Broadcast address, computed from the mask' },
    { name: 'point_to_point', type: 'TEXT', description: 'Peer address, for the loopback only' },
    { name: 'type', type: 'TEXT', description: 'Always unknown on Linux' },
  ],
  *generate({ files, networkInterfaces }) {
    for (const [name, infos = []] of Object.entries(networkInterfaces())) {
      const flags = readFlags(files, name);
      for (const info of infos) yield toRow(name, info, flags);
    }
  },
};
