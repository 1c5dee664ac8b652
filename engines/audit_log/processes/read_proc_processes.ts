import {
  readPasswd,
  toRawBytes,
  type MachineFiles,
  listPids,
  parseKeyValues,
  parseProcessStat,
} from '../../machine';
import type { FindRunningProcess } from './parent_finder';
import { parseProgramPath } from '../records/parse_program_path';
import type { RunningProcess } from './running_process';

/** USER_HZ is 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10;
const LONGEST_COMMAND_LINE = 128 * 1024;

export interface ProcProcesses {
  /** All processes running now. */
  list(): RunningProcess[];
  readonly find: FindRunningProcess;
  /** User names of this machine by uid. */
  readonly userNames: ReadonlyMap<number, string>;
}

/**
 * Reads processes from /proc. The start of the machine is known to the second only, but stays the same for as long as
 * it runs, so that a process keeps its id when it is read again.
 */
export const readProcProcesses = (files: MachineFiles): ProcProcesses => {
  const bootTime = readBootTime(files);
  const userNames = new Map(readPasswd(files).map(({ uid, username }) => [uid, username]));
  const find: FindRunningProcess = (pid) => readProcess(files, pid, bootTime, userNames);
  return {
    list: () =>
      listPids(files).flatMap((pid) => {
        const process = find(pid);
        return process ? [process] : [];
      }),
    find,
    userNames,
  };
};

/** Milliseconds since 1970. */
const readBootTime = (files: MachineFiles): number =>
  Number(/^btime (\d+)$/m.exec(files.readText('/proc/stat') ?? '')?.[1] ?? 0) * 1000;

/** Undefined where the process has gone. */
const readProcess = (
  files: MachineFiles,
  pid: number,
  bootTime: number,
  userNames: ReadonlyMap<number, string>
): RunningProcess | undefined => {
  const directory = `/proc/${String(pid)}`;
  const statText = files.readText(`${directory}/stat`);
  if (statText === undefined) return undefined;
  const stat = parseProcessStat(statText);
  const status = parseKeyValues(files.readText(`${directory}/status`) ?? '');
  // Real, effective, saved and file system id.
  const uid = Number(status.get('Uid')?.split('\t')[1] ?? Number.NaN);
  if (!stat || Number.isNaN(uid)) return undefined;
  const userName = userNames.get(uid);
  const { path, isDeleted } = parseProgramPath(readLink(files, `${directory}/exe`));
  return {
    pid,
    parentPid: stat.parent,
    executable: path,
    isDeleted,
    comm: status.get('Name'),
    args: toArgs(files.readBytes(`${directory}/cmdline`, LONGEST_COMMAND_LINE)),
    workingDirectory: readLink(files, `${directory}/cwd`),
    user: { id: String(uid), ...(userName !== undefined && { name: userName }) },
    startedAt: bootTime + stat.startTicks * MS_PER_TICK,
  };
};

/** Names are bytes; an event is text. */
const readLink = (files: MachineFiles, path: string): string | undefined => {
  const target = files.readLink(path);
  return target === undefined ? undefined : toRawBytes(target).toString('utf8');
};

/** A program that rewrites its title leaves NUL bytes behind it. */
const toArgs = (bytes: Buffer | undefined): string[] => {
  const text = bytes?.toString('utf8').replace(/\0+$/, '') ?? '';
  return text === '' ? [] : text.split('\0');
};
