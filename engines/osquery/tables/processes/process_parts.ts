/** What `/proc/PID` says of a process, file by file, so that a query reads only the files it needs. */
import { findKeyValue, findProgramOnDisk, parseProcessStat, type Machine } from '../../../machine';
import type { TableRow } from '../../table';

/** USER_HZ: 100 on every Linux that Node runs on. */
const MILLISECONDS_PER_TICK = 10;
const TICKS_PER_SECOND = 100;
const BYTES_PER_KIB = 1024;

/** One file of a process and the columns it fills. */
export interface ProcessPart {
  readonly columns: readonly string[];
  /** Undefined where the file can't be read: those columns are unknown then. */
  read(machine: Machine, directory: string): TableRow | undefined;
}

const toBytes = (kib: string | undefined): number | undefined => {
  const found = /^(\d+) kB$/.exec(kib ?? '');
  return found ? Number(found[1]) * BYTES_PER_KIB : undefined;
};

/** Real, effective and saved id. */
const toIds = (text: string | undefined): number[] => text?.split('\t').map(Number) ?? [];

/** Control group of the first line, `0::/path` or `2:cpu:/path`; the path may hold colons. */
const toControlGroup = (text: string): string => /^[^:\n]*:[^:\n]*:([^\n]*)/.exec(text)?.[1] ?? '';

const STATUS: ProcessPart = {
  columns: [
    ...['name', 'uid', 'gid', 'euid', 'egid', 'suid', 'sgid'],
    ...['resident_size', 'total_size'],
  ],
  read: ({ files }, directory) => {
    const status = files.readText(`${directory}/status`);
    if (status === undefined) return undefined;
    const [uid, euid, suid] = toIds(findKeyValue(status, 'Uid'));
    const [gid, egid, sgid] = toIds(findKeyValue(status, 'Gid'));
    return {
      name: findKeyValue(status, 'Name'),
      ...{ uid, gid, euid, egid, suid, sgid },
      resident_size: toBytes(findKeyValue(status, 'VmRSS')),
      total_size: toBytes(findKeyValue(status, 'VmSize')),
    };
  },
};

const STAT: ProcessPart = {
  columns: [
    ...['state', 'user_time', 'system_time', 'start_time'],
    ...['parent', 'pgroup', 'threads', 'nice'],
  ],
  read: ({ files, bootTime }, directory) => {
    const stat = parseProcessStat(files.readText(`${directory}/stat`) ?? '');
    if (!stat) return undefined;
    const boot = bootTime();
    return {
      state: stat.state,
      user_time: stat.userTicks * MILLISECONDS_PER_TICK,
      system_time: stat.systemTicks * MILLISECONDS_PER_TICK,
      start_time: boot === undefined ? -1 : boot + Math.floor(stat.startTicks / TICKS_PER_SECOND),
      parent: stat.parent,
      pgroup: stat.processGroup,
      threads: stat.threads,
      nice: stat.nice,
    };
  },
};

const PROGRAM: ProcessPart = {
  columns: ['path', 'on_disk'],
  read: ({ files }, directory) => {
    const { path, onDisk } = findProgramOnDisk(files, directory);
    return { path, on_disk: onDisk };
  },
};

const DISK_USE: ProcessPart = {
  columns: ['disk_bytes_read', 'disk_bytes_written'],
  read: ({ files }, directory) => {
    const io = files.readText(`${directory}/io`) ?? '';
    const count = (key: string): number => Number(findKeyValue(io, key) ?? 0);
    return io.includes('read_bytes:')
      ? {
          disk_bytes_read: count('read_bytes'),
          disk_bytes_written: count('write_bytes') - count('cancelled_write_bytes'),
        }
      : undefined;
  },
};

/** Arguments joined by spaces: the kernel parts them with NUL bytes. */
const COMMAND_LINE: ProcessPart = {
  columns: ['cmdline'],
  read: ({ files }, directory) => ({
    cmdline: (files.readText(`${directory}/cmdline`) ?? '').replaceAll('\0', ' ').trim(),
  }),
};

const toLink = (name: string): ProcessPart => ({
  columns: [name],
  read: ({ files }, directory) => ({ [name]: files.readLink(`${directory}/${name}`) ?? '' }),
});

const CONTROL_GROUP: ProcessPart = {
  columns: ['cgroup_path'],
  read: ({ files }, directory) => ({
    cgroup_path: toControlGroup(files.readText(`${directory}/cgroup`) ?? ''),
  }),
};

/** The parts that tell whether the process is there at all; the second costs less. */
const VITAL: readonly ProcessPart[] = [STATUS, STAT];
const OTHERS: readonly ProcessPart[] = [
  ...[PROGRAM, DISK_USE, COMMAND_LINE, toLink('cwd'), toLink('root'), CONTROL_GROUP],
];

/** What of a process a query wants. */
export interface WantedParts {
  readonly vital: readonly ProcessPart[];
  readonly others: readonly ProcessPart[];
}

/** The parts that fill the used columns, at least one of the vital ones. */
export const selectProcessParts = (uses: (column: string) => boolean): WantedParts => {
  const isUsed = ({ columns }: ProcessPart): boolean => columns.some(uses);
  const vital = VITAL.filter(isUsed);
  return { vital: vital.length > 0 ? vital : [STAT], others: OTHERS.filter(isUsed) };
};
