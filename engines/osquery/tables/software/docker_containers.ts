import type { MachineFiles } from '../../../machine';
import type { TableDefinition, TableRow } from '../../table';
import { listDockerContainers, type DockerConfig } from './list_docker_containers';

const NAMESPACES = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts'];

const toState = ({ Running, Paused, Restarting, Dead }: DockerConfig['State']): string => {
  if (Paused) return 'paused';
  if (Restarting) return 'restarting';
  if (Running) return 'running';
  return Dead ? 'dead' : 'exited';
};

/** The inode numbers of the namespaces of a running container's first process. */
const readNamespaces = (files: MachineFiles, pid: number): TableRow =>
  Object.fromEntries(
    NAMESPACES.map((name) => {
      const link = pid > 0 ? files.readLink(`/proc/${pid}/ns/${name}`) : undefined;
      return [`${name}_namespace`, /\[(\d+)\]/.exec(link ?? '')?.[1] ?? ''];
    })
  );

export const dockerContainersTable: TableDefinition = {
  name: 'docker_containers',
  description: 'Containers of Docker, read from its directory: the daemon is not asked.',
  columns: [
    { name: 'id', type: 'TEXT', description: 'Id of the container' },
    { name: 'name', type: 'TEXT', description: 'Its name, with a slash in front' },
    { name: 'image', type: 'TEXT', description: 'Name of its image' },
    { name: 'image_id', type: 'TEXT', description: 'Digest of its image' },
    { name: 'command', type: 'TEXT', description: 'Command with its arguments' },
    { name: 'created', type: 'BIGINT', description: 'When it was made, in Unix seconds' },
    { name: 'state', type: 'TEXT', description: 'running, exited, paused, restarting or dead' },
    { name: 'status', type: 'TEXT', description: 'The same: how long is not worked out here' },
    { name: 'pid', type: 'BIGINT', description: 'Its first process, 0 if it does not run' },
    { name: 'path', type: 'TEXT', description: 'Program of the command' },
    { name: 'config_entrypoint', type: 'TEXT', description: 'Entry point that was set' },
    { name: 'started_at', type: 'TEXT', description: 'When it was started last' },
    { name: 'finished_at', type: 'TEXT', description: 'When it ended last' },
    { name: 'privileged', type: 'INTEGER', description: '1 for a privileged container' },
    { name: 'security_options', type: 'TEXT', description: 'Security options' },
    { name: 'env_variables', type: 'TEXT', description: 'Environment that was set' },
    { name: 'readonly_rootfs', type: 'INTEGER', description: '1 if its root can not be written' },
    { name: 'cgroup_namespace', type: 'TEXT', description: 'Inode of its cgroup namespace' },
    { name: 'ipc_namespace', type: 'TEXT', description: 'Inode of its IPC namespace' },
    { name: 'mnt_namespace', type: 'TEXT', description: 'Inode of its mount namespace' },
    { name: 'net_namespace', type: 'TEXT', description: 'Inode of its network namespace' },
    { name: 'pid_namespace', type: 'TEXT', description: 'Inode of its process namespace' },
    { name: 'user_namespace', type: 'TEXT', description: 'Inode of its user namespace' },
    { name: 'uts_namespace', type: 'TEXT', description: 'Inode of its host name namespace' },
  ],
  *generate({ files }) {
    for (const { config, host } of listDockerContainers(files)) {
      const state = toState(config.State);
      const created = Date.parse(config.Created);
      const pid = config.State.Running ? config.State.Pid : 0;
      yield {
        id: config.ID,
        name: config.Name,
        image: config.Config.Image,
        image_id: config.Image,
        command: [config.Path, ...(config.Args ?? [])].join(' '),
        created: Number.isNaN(created) ? 0 : Math.floor(created / 1000),
        state,
        status: state,
        pid,
        path: config.Path,
        config_entrypoint: (config.Config.Entrypoint ?? []).join(', '),
        started_at: config.State.StartedAt,
        finished_at: config.State.FinishedAt,
        privileged: host?.Privileged === true ? 1 : 0,
        security_options: (host?.SecurityOpt ?? []).join(', '),
        env_variables: (config.Config.Env ?? []).join(', '),
        readonly_rootfs: host?.ReadonlyRootfs === true ? 1 : 0,
        ...readNamespaces(files, pid),
      };
    }
  },
};
