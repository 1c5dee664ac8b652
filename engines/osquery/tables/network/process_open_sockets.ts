import { listOpenSockets } from '../../../machine';
import type { TableDefinition } from '../../table';

export const processOpenSocketsTable: TableDefinition = {
  name: 'process_open_sockets',
  description: 'Sockets and the processes that hold them.',
  narrowedCost: 900,
  columns: [
    { name: 'pid', type: 'INTEGER', description: 'Process id, -1 if none is known', index: true },
    { name: 'fd', type: 'BIGINT', description: 'File descriptor in that process, -1 if unknown' },
    { name: 'socket', type: 'BIGINT', description: 'Inode of the socket' },
    { name: 'family', type: 'INTEGER', description: '1 unix, 2 IPv4, 10 IPv6, 17 packet' },
    {
      name: 'protocol',
      type: 'INTEGER',
      description: '1 ICMP, 6 TCP, 17 UDP, 136 UDP-Lite, 255 raw',
    },
    { name: 'local_address', type: 'TEXT', description: 'Local address' },
    { name: 'remote_address', type: 'TEXT', description: 'Remote address' },
    { name: 'local_port', type: 'INTEGER', description: 'Local port' },
    { name: 'remote_port', type: 'INTEGER', description: 'Remote port' },
    { name: 'path', type: 'TEXT', description: 'Path of a unix socket' },
    { name: 'state', type: 'TEXT', description: 'TCP state' },
    { name: 'net_namespace', type: 'TEXT', description: 'Inode of the network namespace' },
  ],
  *generate(machine, scope) {
    for (const open of listOpenSockets(machine, scope.equals('pid'))) {
      yield {
        pid: open.pid,
        fd: open.fd,
        socket: BigInt(open.inode),
        family: open.family,
        protocol: open.protocol,
        local_address: open.localAddress,
        remote_address: open.remoteAddress,
        local_port: open.localPort,
        remote_port: open.remotePort,
        path: open.path,
        state: open.state,
        net_namespace: open.netNamespace,
      };
    }
  },
};
