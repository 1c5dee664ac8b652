/**
 * Which process holds which socket? Links `/proc/PID/fd/N` → `socket:[inode]` are matched with the socket
 * lists of each network namespace. A socket that several processes hold (a server and its workers) gives
 * one row each: Osquery shows only one of them.
 */
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host_files';
import { listPids, toWholeNumbers } from './list_pids';
import type { Socket } from './parse_socket_list';
import { readSockets } from './read_sockets';

export interface OpenSocket extends Socket {
  /** -1 where no process is known to hold the socket. */
  readonly pid: number;
  /** -1 where no process is known to hold the socket. */
  readonly fd: number;
  /** Inode of the network namespace, `0` where it can't be read. */
  readonly netNamespace: string;
}

interface Holder {
  readonly pid: number;
  readonly fd: number;
}

const NOBODY: Holder = { pid: -1, fd: -1 };
const UNKNOWN_NAMESPACE = '0';
/** Of a TCP connection in TIME_WAIT, which belongs to no process any more. */
const NO_INODE = '0';
const SOCKET_LINK = /^socket:\[(\d+)\]$/;
const NAMESPACE_LINK = /^net:\[(\d+)\]$/;

const addHolders = (files: HostFiles, pid: number, holders: Map<string, Holder[]>): void => {
  const descriptors = files.list(`/proc/${pid}/fd`).map(Number);
  for (const fd of descriptors.sort((a, b) => a - b)) {
    const inode = SOCKET_LINK.exec(files.readLink(`/proc/${pid}/fd/${fd}`) ?? '')?.[1];
    if (inode === undefined) continue;
    const known = holders.get(inode);
    if (known) known.push({ pid, fd });
    else holders.set(inode, [{ pid, fd }]);
  }
};

/** One process to read each network namespace through, namespaces known by their inode first. */
const findNamespaces = (files: HostFiles, pids: readonly number[]): [string, number][] => {
  const namespaces = new Map<string, number>();
  for (const pid of pids) {
    const link = files.readLink(`/proc/${pid}/ns/net`) ?? '';
    const namespace = NAMESPACE_LINK.exec(link)?.[1] ?? UNKNOWN_NAMESPACE;
    if (!namespaces.has(namespace)) namespaces.set(namespace, pid);
  }
  const isUnknown = ([namespace]: [string, number]): number =>
    namespace === UNKNOWN_NAMESPACE ? 1 : 0;
  return [...namespaces].sort((a, b) => isUnknown(a) - isUnknown(b));
};

const readNamespace = (host: Host, namespace: string, pid: number): readonly Socket[] => {
  const sockets = host.socketLists.get(namespace) ?? readSockets(host.files, `/proc/${pid}/net`);
  if (namespace !== UNKNOWN_NAMESPACE) host.socketLists.set(namespace, sockets);
  return sockets;
};

/** A namespace that hides its inode may be one already read: its known sockets are left out. */
const listSockets = (
  host: Host,
  pids: readonly number[]
): (Socket & { netNamespace: string })[] => {
  const seen = new Set<string>();
  return findNamespaces(host.files, pids).flatMap(([netNamespace, pid]) => {
    if (netNamespace === UNKNOWN_NAMESPACE && seen.size > 0) seen.add(NO_INODE);
    const fresh = readNamespace(host, netNamespace, pid).filter(({ inode }) => !seen.has(inode));
    for (const { inode } of fresh) if (inode !== NO_INODE) seen.add(inode);
    return fresh.map((socket) => ({ ...socket, netNamespace }));
  });
};

/** Sockets of the wanted pids (all where left open; -1 asks for those without a process, too). */
export const listOpenSockets = (host: Host, wanted?: readonly string[]): OpenSocket[] => {
  const ownerlessToo = !wanted || toWholeNumbers(wanted).includes(NOBODY.pid);
  const pids = listPids(host.files, ownerlessToo ? undefined : wanted);
  const holders = new Map<string, Holder[]>();
  for (const pid of pids) addHolders(host.files, pid, holders);
  return listSockets(host, pids).flatMap((socket) =>
    (holders.get(socket.inode) ?? (ownerlessToo ? [NOBODY] : [])).map((holder) => ({
      ...socket,
      ...holder,
    }))
  );
};
