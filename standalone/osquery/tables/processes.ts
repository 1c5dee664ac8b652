/** Which processes run? Read from `/proc/PID`; of one wanted pid only that directory is read. */
import type { Host } from '../host/host';
import type { HostFiles } from '../host/host_files';
import { findProgramOnDisk } from '../proc/find_program_on_disk';
import { listPids } from '../proc/list_pids';
import { parseKeyValues } from '../proc/parse_key_values';
import { parseProcessStat, type ProcessStat } from '../proc/parse_process_stat';
import type { QueryScope, TableDefinition, TableRow } from '../table';

/** USER_HZ: 100 on every Linux that Node runs on. */
const MILLISECONDS_PER_TICK = 10;
const TICKS_PER_SECOND = 100;
const BYTES_PER_KIB = 1024;

const findBootTime = (files: HostFiles): number | undefined => {
  const found = /^btime (\d+)$/m.exec(files.readText('/proc/stat') ?? '');
  return found ? Number(found[1]) : undefined;
};

const toBytes = (kib: string | undefined): number | undefined => {
  const found = /^(\d+) kB$/.exec(kib ?? '');
  return found ? Number(found[1]) * BYTES_PER_KIB : undefined;
};

/** Arguments joined by spaces: the kernel parts them with NUL bytes. */
const toCommandLine = (text = ''): string => text.replace(/\0/g, ' ').trim();

/** Control group of the first line, `0::/path` or `2:cpu:/path`; the path may hold colons. */
const toControlGroup = (text = ''): string => /^[^:\n]*:[^:\n]*:([^\n]*)/.exec(text)?.[1] ?? '';

const toStartTime = (stat: ProcessStat | undefined, bootTime: number | undefined): number =>
  stat === undefined || bootTime === undefined
    ? -1
    : bootTime + Math.floor(stat.startTicks / TICKS_PER_SECOND);

const readDiskUse = (files: HostFiles, directory: string): TableRow => {
  const io = parseKeyValues(files.readText(`${directory}/io`) ?? '');
  const read = io.get('read_bytes');
  if (read === undefined) return {};
  return {
    disk_bytes_read: Number(read),
    disk_bytes_written:
      Number(io.get('write_bytes') ?? 0) - Number(io.get('cancelled_write_bytes') ?? 0),
  };
};

const readProgram = (files: HostFiles, directory: string): TableRow => {
  const program = findProgramOnDisk(files, directory);
  return { path: program.path, on_disk: program.onDisk };
};

/** Columns that cost a file each are read only where the query shows them. */
const readOptionalColumns = (files: HostFiles, directory: string, scope: QueryScope): TableRow => ({
  ...(scope.uses('path') || scope.uses('on_disk') ? readProgram(files, directory) : {}),
  ...(scope.uses('disk_bytes_read') || scope.uses('disk_bytes_written')
    ? readDiskUse(files, directory)
    : {}),
  cmdline: scope.uses('cmdline') ? toCommandLine(files.readText(`${directory}/cmdline`)) : null,
  cwd: scope.uses('cwd') ? (files.readLink(`${directory}/cwd`) ?? '') : null,
  root: scope.uses('root') ? (files.readLink(`${directory}/root`) ?? '') : null,
  cgroup_path: scope.uses('cgroup_path')
    ? toControlGroup(files.readText(`${directory}/cgroup`))
    : null,
});

/** Undefined where the process is gone or hidden. */
const findProcess = (
  files: HostFiles,
  pid: number,
  bootTime: number | undefined,
  scope: QueryScope
): TableRow | undefined => {
  const directory = `/proc/${pid}`;
  const statusText = files.readText(`${directory}/status`);
  if (statusText === undefined) return undefined;
  const status = parseKeyValues(statusText);
  const stat = parseProcessStat(files.readText(`${directory}/stat`) ?? '');
  const [uid, euid, suid] = (status.get('Uid') ?? '').split('\t').map(Number);
  const [gid, egid, sgid] = (status.get('Gid') ?? '').split('\t').map(Number);
  return {
    pid,
    name: status.get('Name') ?? '',
    state: stat?.state ?? '',
    ...{ uid, gid, euid, egid, suid, sgid },
    wired_size: 0,
    resident_size: toBytes(status.get('VmRSS')),
    total_size: toBytes(status.get('VmSize')),
    user_time: stat && stat.userTicks * MILLISECONDS_PER_TICK,
    system_time: stat && stat.systemTicks * MILLISECONDS_PER_TICK,
    start_time: toStartTime(stat, bootTime),
    parent: stat?.parent,
    pgroup: stat?.processGroup,
    threads: stat?.threads,
    nice: stat?.nice,
    ...readOptionalColumns(files, directory, scope),
  };
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
  *generate(host: Host, scope) {
    const bootTime = findBootTime(host.files);
    for (const pid of listPids(host.files, scope.equals('pid'))) {
      const row = findProcess(host.files, pid, bootTime, scope);
      if (row) yield row;
    }
  },
};
