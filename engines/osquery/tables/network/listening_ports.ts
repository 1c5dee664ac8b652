/**
 * Which sockets wait for others to come? As Osquery has it: internet sockets without a remote port, and
 * unix sockets that have a path. It doesn't ask for state LISTEN, so a bound UDP socket is listed as well.
 */
import { listOpenSockets, type OpenSocket, FAMILY } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';

const isListening = (socket: OpenSocket): boolean =>
  socket.family === FAMILY.unix ? socket.path !== '' : socket.remotePort === 0;

const toPlace = (socket: OpenSocket): TableRow =>
  socket.family === FAMILY.unix
    ? { port: 0, address: '', socket: 0, path: socket.path }
    : {
        port: socket.localPort,
        address: socket.localAddress,
        socket: BigInt(socket.inode),
        path: '',
      };

export const listeningPortsTable: TableDefinition = {
  name: 'listening_ports',
  description: 'Processes with bound network sockets.',
  narrowedCost: 900,
  columns: [
    { name: 'pid', type: 'INTEGER', description: 'Process id, -1 if none is known', index: true },
    { name: 'port', type: 'INTEGER', description: 'Port, 0 for a unix socket' },
    {
      name: 'protocol',
      type: 'INTEGER',
      description: '1 ICMP, 6 TCP, 17 UDP, 136 UDP-Lite, 255 raw',
    },
    { name: 'family', type: 'INTEGER', description: '1 unix, 2 IPv4, 10 IPv6, 17 packet' },
    { name: 'address', type: 'TEXT', description: 'Address the socket is bound to' },
    { name: 'fd', type: 'BIGINT', description: 'File descriptor in that process, -1 if unknown' },
    { name: 'socket', type: 'BIGINT', description: 'Inode of the socket, 0 for a unix socket' },
    { name: 'path', type: 'TEXT', description: 'Path of a unix socket' },
    { name: 'net_namespace', type: 'TEXT', description: 'Inode of the network namespace' },
  ],
  *generate(machine, scope) {
    for (const socket of listOpenSockets(machine, scope.equals('pid')).filter(isListening)) {
      yield {
        pid: socket.pid,
        protocol: socket.protocol,
        family: socket.family,
        fd: socket.fd,
        net_namespace: socket.netNamespace,
        ...toPlace(socket),
      };
    }
  },
};
