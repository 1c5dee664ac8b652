import type { TableDefinition } from '../../table';
import { listDockerContainers } from './list_docker_containers';

export const dockerContainerPortsTable: TableDefinition = {
  name: 'docker_container_ports',
  description: 'Ports of containers of Docker, and where on the host they are reached.',
  columns: [
    { name: 'id', type: 'TEXT', description: 'Id of the container', index: true },
    { name: 'type', type: 'TEXT', description: 'tcp, udp or sctp' },
    { name: 'port', type: 'INTEGER', description: 'Port in the container' },
    { name: 'host_ip', type: 'TEXT', description: 'Address on the host' },
    { name: 'host_port', type: 'INTEGER', description: 'Port on the host, 0 for none' },
  ],
  *generate({ files }, scope) {
    const wanted = scope.equals('id');
    for (const { config } of listDockerContainers(files)) {
      if (wanted && !wanted.includes(config.ID)) continue;
      for (const [name, bindings] of Object.entries(config.NetworkSettings.Ports ?? {})) {
        const [port, type = 'tcp'] = name.split('/');
        const bound = bindings && bindings.length > 0 ? bindings : [{ HostIp: '', HostPort: '0' }];
        for (const { HostIp, HostPort } of bound) {
          yield {
            id: config.ID,
            type,
            port: Number(port),
            host_ip: HostIp,
            host_port: Number(HostPort),
          };
        }
      }
    }
  },
};
