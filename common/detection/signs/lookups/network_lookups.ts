import { toSocketsWeight } from './form_weights';
import { always, by, type Lookup } from './lookup';
import { toIpWeight } from './lookup_weights';
import { toFirewallWeight } from './managed_weights';

/** Questions about addresses, neighbours, connections and names. */
export const NETWORK_LOOKUPS: readonly [string, Lookup][] = [
  [
    'ifconfig',
    by('network_lookup', ({ operands, command: { path } }) =>
      operands.length === 0 ? (path.startsWith('/sbin/') ? 40 : 48) : 22
    ),
  ],
  ['ip', by('network_lookup', ({ operands, options }) => toIpWeight(operands, options))],
  ['route', always('network_lookup', 50)],
  [
    'arp',
    by('network_lookup', ({ operands, options }) =>
      operands.length > 0 ? 26 : /n/.test(options) ? 45 : 56
    ),
  ],
  ['netstat', by('network_lookup', toSocketsWeight)],
  ['ss', by('network_lookup', toSocketsWeight)],
  ...(['iptables-save', 'nft'] as const).map((name): [string, Lookup] => [
    name,
    by('network_lookup', ({ options, command: { wrappers } }) =>
      wrappers.includes('sudo') || /(?:^|\s)-j/.test(options) ? 20 : 74
    ),
  ]),
  ['iptables', by('network_lookup', toFirewallWeight)],
  ['nslookup', always('network_lookup', 36)],
  // All names of a zone.
  ['dig', by('network_lookup', ({ operands }) => (operands.includes('axfr') ? 74 : 32))],
  ['host', by('network_lookup', ({ options }) => (/-\w*l/.test(options) ? 74 : 34))],
  // A variable in the address goes through a whole network.
  [
    'ping',
    by('network_lookup', ({ operands }) =>
      operands.some((name) => /\.\$|\.\{/.test(name)) ? 78 : 30
    ),
  ],
  ['traceroute', always('network_lookup', 34)],
  ['getent', by('network_lookup', ({ operands }) => (operands[0] === 'hosts' ? 36 : 0))],
  ['whois', always('network_lookup', 30)],
  [
    'resolvectl',
    by('network_lookup', ({ operands: [verb = 'status'] }) => (verb === 'status' ? 50 : 40)),
  ],
  [
    'nmcli',
    // Fields that are named are taken apart by a program.
    by('network_lookup', ({ operands: [, verb = 'show'], options }) =>
      /^(?:show|status)$/.test(verb) && !/(?:^| )-[tgf]/.test(options) ? 50 : 30
    ),
  ],
  ['showmount', by('network_lookup', ({ options }) => (/version|help/.test(options) ? 0 : 74))],
];
