import { readFileSync } from 'node:fs';

/** 127.0.0.1 as the kernel writes it, and the same inside IPv6. */
const LOOPBACK = ['0100007F', '0000000000000000FFFF00000100007F'];
const LISTENING = '0A';

/** User id of the process that listens on a port of 127.0.0.1; undefined where nothing does or the kernel does not say. */
export const findListenerOwner = (port: number): number | undefined =>
  findOwner((local, _remote, state) => state === LISTENING && isOurs(local, port));

/** User id of the process at the other end of a connection to a port of 127.0.0.1. */
export const findPeerOwner = (port: number, peerPort: number): number | undefined =>
  findOwner((local, remote) => isOurs(local, peerPort) && isOurs(remote, port));

const isOurs = (address: string, port: number): boolean =>
  LOOPBACK.some((host) => address === `${host}:${toHex(port)}`);

const toHex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');

/** One line a socket: number, local and remote address, state, queues, timer, retransmits, user id. */
const findOwner = (
  isWanted: (local: string, remote: string, state: string) => boolean
): number | undefined => {
  for (const line of readTable('/proc/net/tcp').concat(readTable('/proc/net/tcp6'))) {
    const [, local = '', remote = '', state = '', , , , uid] = line.trim().split(/\s+/);
    if (isWanted(local, remote, state)) return Number(uid);
  }
  return undefined;
};

const readTable = (path: string): string[] => {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(1);
  } catch {
    // Another system, or a kernel without IPv6.
    return [];
  }
};
