/** Reads the socket lists of `/proc/net`. Unix socket paths are the attacker's and may hold spaces and newlines. */
import { formatIpAddress } from './format_ip_address';

/** Address families as Linux numbers them. */
export const FAMILY = { unix: 1, inet: 2, inet6: 10, packet: 17 } as const;
const PROTOCOL_TCP = 6;

export interface Socket {
  readonly inode: string;
  readonly family: number;
  readonly protocol: number;
  readonly localAddress: string;
  readonly localPort: number;
  readonly remoteAddress: string;
  readonly remotePort: number;
  /** Of a unix socket; empty where it has none. */
  readonly path: string;
  /** TCP state; `NONE` for a packet socket, empty for the rest. */
  readonly state: string;
}

const TCP_STATES = [
  ...['UNKNOWN', 'ESTABLISHED', 'SYN_SENT', 'SYN_RECV', 'FIN_WAIT1', 'FIN_WAIT2'],
  ...['TIME_WAIT', 'CLOSED', 'CLOSE_WAIT', 'LAST_ACK', 'LISTEN', 'CLOSING'],
];

const INET_LINE =
  /^ *\d+: ([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]+):([0-9A-F]{4}) ([0-9A-F]{2}) \S+ \S+ \S+ +\d+ +\d+ (\d+)/;
const UNIX_LINE =
  /^[0-9a-f]+: [0-9A-F]{8} ([0-9A-F]{8}) [0-9A-F]{8} [0-9A-F]{4} [0-9A-F]{2} +(\d+)(?: (.*))?$/;
const PACKET_LINE = /^[0-9a-f]+ +\d+ +\d+ +([0-9a-f]{4}) +\S+ +\d+ +\d+ +\d+ +(\d+)/;

const NO_ADDRESS = { localAddress: '', localPort: 0, remoteAddress: '', remotePort: 0 };

/** Sockets of `tcp`, `tcp6`, `udp`, `raw` and the like; lines of another form are passed over. */
export const parseInetSockets = (text: string, family: number, protocol: number): Socket[] =>
  text.split('\n').flatMap((line) => {
    const found = INET_LINE.exec(line);
    if (!found) return [];
    const [
      ,
      localHex = '',
      localPort = '',
      remoteHex = '',
      remotePort = '',
      state = '',
      inode = '',
    ] = found;
    return {
      ...{ inode, family, protocol, path: '' },
      localAddress: formatIpAddress(localHex),
      localPort: Number.parseInt(localPort, 16),
      remoteAddress: formatIpAddress(remoteHex),
      remotePort: Number.parseInt(remotePort, 16),
      state: protocol === PROTOCOL_TCP ? (TCP_STATES[Number.parseInt(state, 16)] ?? 'UNKNOWN') : '',
    };
  });

/** Sockets of `unix`. A line that begins no socket belongs to the path before it, which then held a newline. */
export const parseUnixSockets = (text: string): Socket[] => {
  const sockets: Socket[] = [];
  for (const line of text.replace(/\n$/, '').split('\n').slice(1)) {
    const found = UNIX_LINE.exec(line);
    const last = sockets.at(-1);
    if (found) {
      const [, protocol = '0', inode = '', path = ''] = found;
      const common = { inode, family: FAMILY.unix, protocol: Number.parseInt(protocol, 16) };
      sockets.push({ ...common, ...NO_ADDRESS, path, state: '' });
    } else if (last) {
      sockets[sockets.length - 1] = { ...last, path: `${last.path}\n${line}` };
    }
  }
  return sockets;
};

/** Sockets of `packet`, which see every frame of an interface. */
export const parsePacketSockets = (text: string): Socket[] =>
  text.split('\n').flatMap((line) => {
    const found = PACKET_LINE.exec(line);
    if (!found) return [];
    const [, protocol = '', inode = ''] = found;
    const common = { inode, family: FAMILY.packet, protocol: Number.parseInt(protocol, 16) };
    return { ...common, ...NO_ADDRESS, path: '', state: 'NONE' };
  });
