import type { TableDefinition } from '../../table';
import { listDockerContainers } from './list_docker_containers';

export const dockerContainerMountsTable: TableDefinition = {
  name: 'docker_container_mounts',
  description: 'What of the host containers of Docker have in them.',
  columns: [
    { name: 'id', type: 'TEXT', description: 'Id of the container', index: true },
    { name: 'type', type: 'TEXT', description: 'bind or volume' },
    { name: 'name', type: 'TEXT', description: 'Name of the volume' },
    { name: 'source', type: 'TEXT', description: 'Path on the host' },
    { name: 'destination', type: 'TEXT', description: 'Path in the container' },
    { name: 'driver', type: 'TEXT', description: 'Driver of the volume' },
    { name: 'mode', type: 'TEXT', description: 'Options it was mounted with' },
    { name: 'rw', type: 'INTEGER', description: '1 if the container may write' },
    { name: 'propagation', type: 'TEXT', description: 'How mounts are passed on' },
  ],
  *generate({ files }, scope) {
    const wanted = scope.equals('id');
    for (const { config } of listDockerContainers(files)) {
      if (wanted && !wanted.includes(config.ID)) continue;
      for (const mount of Object.values(config.MountPoints ?? {})) {
        yield {
          id: config.ID,
          type: mount.Type,
          name: mount.Name,
          source: mount.Source,
          destination: mount.Destination,
          driver: mount.Driver,
          mode: mount.Relabel,
          rw: mount.RW ? 1 : 0,
          propagation: mount.Propagation,
        };
      }
    }
  },
};
