/** Which processes run? Read from `/proc/PID`; of one wanted pid only that directory is read. */
import { type Machine, listPids } from '../../../machine';
import { selectProcessParts, type WantedParts } from './process_parts';
import type { TableDefinition, TableRow } from '../../table';

/** Undefined where the process is gone or hidden. */
const findProcess = (machine: Machine, pid: number, wanted: WantedParts): TableRow | undefined => {
  const directory = `/proc/${pid}`;
  const vital = wanted.vital.map((part) => part.read(machine, directory));
  if (vital.every((facts) => facts === undefined)) return undefined;
  const others = wanted.others.map((part) => part.read(machine, directory));
  return Object.assign({ pid, wired_size: 0, start_time: -1 }, ...vital, ...others);
};

export const processesTable: TableDefinition = {
  name: 'processes',
  description: 'The processes running at this moment.',
  columns: [
    { name: 'pid', type: 'BIGINT', description: 'Process id', index: true },
    { name: 'name', type: 'TEXT', description: 'Short name, at most 15 bytes' },
    { name: 'path', type: 'TEXT', description: 'Program file' },
    { name: 'cmdline', type: 'TEXT', description: 'Arguments, joined by spaces' },
    { name: 'state', type: 'TEXT', description: 'State letter: R, S, D, Z, T, I …' },
    { name: 'cwd', type: 'TEXT', description: 'Working directory' },
    { name: 'root', type: 'TEXT', description: 'Root directory, other than / in a chroot' },
    { name: 'uid', type: 'BIGINT', description: 'Real user id' },
    { name: 'gid', type: 'BIGINT', description: 'Real group id' },
    { name: 'euid', type: 'BIGINT', description: 'Effective user id' },
    { name: 'egid', type: 'BIGINT', description: 'Effective group id' },
    { name: 'suid', type: 'BIGINT', description: 'Saved user id' },
    { name: 'sgid', type: 'BIGINT', description: 'Saved group id' },
    {
      name: 'on_disk',
      type: 'INTEGER',
      description: 'Program file exists: 1 yes, 0 no, -1 unknown',
    },
    { name: 'wired_size', type: 'BIGINT', description: 'Always 0 on Linux' },
    { name: 'resident_size', type: 'BIGINT', description: 'Resident memory in bytes' },
    { name: 'total_size', type: 'BIGINT', description: 'Virtual memory in bytes' },
    { name: 'user_time', type: 'BIGINT', description: 'CPU time in user space, in ms' },
    { name: 'system_time', type: 'BIGINT', description: 'CPU time in the kernel, in ms' },
    { name: 'disk_bytes_read', type: 'BIGINT', description: 'Bytes read from disk' },
    { name: 'disk_bytes_written', type: 'BIGINT', description: 'Bytes written to disk' },
    { name: 'start_time', type: 'BIGINT', description: 'Start in Unix seconds, -1 if unknown' },
    { name: 'parent', type: 'BIGINT', description: "Parent's process id" },
    { name: 'pgroup', type: 'BIGINT', description: 'Process group' },
    { name: 'threads', type: 'INTEGER', description: 'Number of threads' },
    { name: 'nice', type: 'INTEGER', description: 'Nice level, -20 to 19' },
    { name: 'cgroup_path', type: 'TEXT', description: 'Control group' },
  ],
  *generate(machine, scope) {
    const wanted = selectProcessParts(scope.uses);
    for (const pid of listPids(machine.files, scope.equals('pid'))) {
      const row = findProcess(machine, pid, wanted);
      if (row) yield row;
    }
  },
};
