/** Osquery's functions of network addresses and connections. */
import { createHash } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { parseIpAddress } from './parse_ip_address';
import type { SqlFunction } from './sql_function';

const CIDR = /^([^/]+)\/(\d{1,3})$/;
const NUMBER = /^-?\d+$/;

const toFamily = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** NULL where `address` is none (a unix socket has an empty one); a block that is none is a mistake. */
const isInBlock = (block: string, address: string): number | null => {
  const [, network = '', bits = ''] = CIDR.exec(block) ?? [];
  const bytes = parseIpAddress(network);
  if (!bytes || Number(bits) > bytes.length * 8) throw new Error(`${block} is no CIDR block`);
  if (!parseIpAddress(address)) return null;
  const blocks = new BlockList();
  blocks.addSubnet(network, Number(bits), toFamily(network));
  return blocks.check(address, toFamily(address)) ? 1 : 0;
};

const toNumberIn = (what: string, text: string, least: number, most: number): number => {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`Community ID: ${what} must be a whole number from ${least} to ${most}`);
};

const toAddress = (text: string): Buffer => {
  const bytes = parseIpAddress(text);
  if (bytes) return bytes;
  throw new Error('Community ID: not an IP address');
};

/** IPv4 comes before IPv6. */
const compareAddresses = (a: Buffer, b: Buffer): number => a.length - b.length || a.compare(b);

/**
 * The id that Zeek, Suricata and others give a connection, by version 1 of Corelight's specification: the
 * same for both directions. Throws where a value is none of its kind.
 */
const toCommunityId = (
  source: string,
  destination: string,
  sourcePort: string,
  destinationPort: string,
  protocol: string,
  seed: string
): string => {
  const ends = [
    { address: toAddress(source), port: toNumberIn('port', sourcePort, 0, 0xffff) },
    { address: toAddress(destination), port: toNumberIn('port', destinationPort, 0, 0xffff) },
  ].sort((a, b) => compareAddresses(a.address, b.address) || a.port - b.port);
  const header = Buffer.alloc(2);
  header.writeInt16BE(toNumberIn('seed', seed, -0x8000, 0x7fff));
  const ports = Buffer.alloc(4);
  ends.forEach(({ port }, index) => ports.writeUInt16BE(port, index * 2));
  const hash = createHash('sha1').update(header);
  for (const { address } of ends) hash.update(address);
  hash.update(Buffer.from([toNumberIn('protocol', protocol, 0, 0xff), 0])).update(ports);
  return `1:${hash.digest('base64')}`;
};

const runCommunityId: SqlFunction['run'] = (
  source = '',
  destination = '',
  sourcePort = '',
  destinationPort = '',
  protocol = '',
  seed = '0'
) => toCommunityId(source, destination, sourcePort, destinationPort, protocol, seed);

export const NETWORK_FUNCTIONS: readonly SqlFunction[] = [
  {
    name: 'in_cidr_block',
    arities: [2],
    run: (block = '', address = '') => isInBlock(block, address),
  },
  {
    name: 'inet_aton',
    arities: [1],
    run: (address = '') => {
      const bytes = parseIpAddress(address);
      return bytes?.length === 4 ? bytes.readUInt32BE() : null;
    },
  },
  { name: 'community_id_v1_strict', arities: [5, 6], run: runCommunityId },
  {
    name: 'community_id_v1',
    arities: [5, 6],
    run: (...values) => {
      try {
        return runCommunityId(...values);
      } catch {
        return null;
      }
    },
  },
];
