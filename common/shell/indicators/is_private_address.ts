import { parseAddress } from './parse_address';

/** Networks that the internet does not reach, as prefixes in bits. */
const PRIVATE_NETWORKS = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Between a provider and its customers (CGNAT).
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  // Benchmarks of networks.
  ['198.18.0.0', 15],
  // Groups, reserved addresses and broadcasts.
  ['224.0.0.0', 3],
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;

const toBits = (groups: readonly number[], bitsEach: number): string =>
  groups.map((group) => group.toString(2).padStart(bitsEach, '0')).join('');

const toAddressBits = (address: string): string | undefined => {
  const parsed = parseAddress(address);
  return parsed && toBits(parsed.groups, parsed.version === 4 ? 8 : 16);
};

const PREFIXES = PRIVATE_NETWORKS.map(([address, length]) => ({
  prefix: (toAddressBits(address) ?? '').slice(0, length),
  isShort: !address.includes(':'),
}));
/** `::ffff:10.0.0.1` is an IPv4 address in the other notation. */
const MAPPED = `${'0'.repeat(80)}${'1'.repeat(16)}`;

/** Whether an IPv4 or IPv6 address belongs to this machine, this network or a provider's inside. */
export const isPrivateAddress = (address: string): boolean => {
  const bits = toAddressBits(address);
  if (bits === undefined) return false;
  const plain = bits.startsWith(MAPPED) ? bits.slice(MAPPED.length) : bits;
  const isShort = plain.length === 32;
  return PREFIXES.some(
    (network) => network.isShort === isShort && plain.startsWith(network.prefix)
  );
};
