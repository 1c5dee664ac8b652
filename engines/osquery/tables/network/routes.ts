import { formatIpAddress } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

/** Flags of linux/route.h and linux/ipv6_route.h. */
const LOCAL = 0x8000_0000;
const ANYCAST = 0x0010_0000;
const REJECT = 0x0200;

const countBits = (hex: string): number =>
  Number.parseInt(hex, 16).toString(2).replaceAll('0', '').length;

/** Addresses here are printed byte by byte, those of sockets word by word. */
const formatIpv6 = (hex: string): string =>
  formatIpAddress(
    (hex.match(/.{8}/g) ?? [])
      .map((word) => Buffer.from(word, 'hex').reverse().toString('hex'))
      .join('')
  );

const toIpv4Row = (line: string): TableRow | undefined => {
  const [device, destination, gateway, , , , metric, mask, mtu] = line.trim().split(/\s+/);
  if (mask === undefined || destination === undefined || gateway === undefined) return undefined;
  return {
    destination: formatIpAddress(destination),
    netmask: countBits(mask),
    gateway: /^0+$/.test(gateway) ? '' : formatIpAddress(gateway),
    interface: device,
    mtu: Number(mtu),
    metric: Number(metric),
    type: 'gateway',
  };
};

const toIpv6Row = (line: string): TableRow | undefined => {
  const [destination, length, , , gateway, metric, , , flagText, device] = line.trim().split(/\s+/);
  if (device === undefined || destination === undefined || gateway === undefined) return undefined;
  const flags = Number.parseInt(flagText ?? '0', 16);
  const isLocal = (flags & LOCAL) !== 0;
  const type = isLocal ? 'local' : (flags & ANYCAST) !== 0 ? 'anycast' : 'gateway';
  return {
    destination: formatIpv6(destination),
    netmask: Number.parseInt(length ?? '0', 16),
    gateway: /^0+$/.test(gateway) ? '' : formatIpv6(gateway),
    interface: device,
    mtu: 0,
    metric: Number.parseInt(metric ?? '0', 16) | 0,
    type: (flags & REJECT) !== 0 ? 'other' : type,
  };
};

export const routesTable: TableDefinition = {
  name: 'routes',
  description: 'Routes of the main table, and of IPv6 all.',
  columns: [
    { name: 'destination', type: 'TEXT', description: 'Network that is reached' },
    { name: 'netmask', type: 'INTEGER', description: 'Length of its mask' },
    { name: 'gateway', type: 'TEXT', description: 'Gateway, empty without one' },
    { name: 'source', type: 'TEXT', description: 'Address packets come from; not read here' },
    { name: 'flags', type: 'INTEGER', description: 'Flags; always 0 here' },
    { name: 'interface', type: 'TEXT', description: 'Interface packets leave by' },
    { name: 'mtu', type: 'INTEGER', description: 'Largest packet, 0 where the route sets none' },
    { name: 'metric', type: 'INTEGER', description: 'Cost: the lowest is taken' },
    { name: 'type', type: 'TEXT', description: 'gateway, local, anycast or other' },
    { name: 'hopcount', type: 'INTEGER', description: 'Most hops; always 0 here' },
  ],
  *generate({ files }) {
    const ipv4 = (files.readText('/proc/net/route') ?? '').split('\n').slice(1).map(toIpv4Row);
    const ipv6 = (files.readText('/proc/net/ipv6_route') ?? '').split('\n').map(toIpv6Row);
    for (const row of [...ipv4, ...ipv6]) {
      if (row) yield { source: '', flags: 0, hopcount: 0, ...row };
    }
  },
};
