/**
 * Which process holds which socket? Links `/proc/PID/fd/N` → `socket:[inode]` are matched with the socket
 * lists of each network namespace. A socket that several processes hold (a server and its workers) gives
 * one row each: Osquery shows only one of them.
 */
import type { Machine } from '../machine';
import type { MachineFiles } from '../files/machine_files';
import { listNamespaces, type NetNamespace } from './list_namespaces';
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
const SOCKET_LINK = /^socket:\[(\d+)\]$/;

const addHolders = (files: MachineFiles, pid: number, holders: Map<string, Holder[]>): void => {
  const descriptors = files.list(`/proc/${pid}/fd`).map(Number);
  for (const fd of descriptors.sort((a, b) => a - b)) {
    const inode = SOCKET_LINK.exec(files.readLink(`/proc/${pid}/fd/${fd}`) ?? '')?.[1];
    if (inode === undefined) continue;
    const known = holders.get(inode);
    if (known) known.push({ pid, fd });
    else holders.set(inode, [{ pid, fd }]);
  }
};

/** Read once in a query: a join would read them again for each process. */
const readNamespace = (
  { files, socketLists }: Machine,
  namespace: NetNamespace
): readonly Socket[] => {
  const known = namespace.listId === undefined ? undefined : socketLists.get(namespace.listId);
  if (known) return known;
  const sockets = readSockets(files, `/proc/${namespace.reader}/net`);
  if (namespace.listId !== undefined) socketLists.set(namespace.listId, sockets);
  return sockets;
};

/** Sockets of the wanted pids (all where left open; -1 asks for those without a process, too). */
export const listOpenSockets = (machine: Machine, wanted?: readonly string[]): OpenSocket[] => {
  const ownerlessToo = !wanted || toWholeNumbers(wanted).includes(NOBODY.pid);
  const pids = listPids(machine.files, ownerlessToo ? undefined : wanted);
  const holders = new Map<string, Holder[]>();
  for (const pid of pids) addHolders(machine.files, pid, holders);
  return listNamespaces(machine.files, pids).flatMap((namespace) =>
    readNamespace(machine, namespace).flatMap((socket) =>
      (holders.get(socket.inode) ?? (ownerlessToo ? [NOBODY] : [])).map((holder) => ({
        ...socket,
        ...holder,
        netNamespace: namespace.name,
      }))
    )
  );
};
