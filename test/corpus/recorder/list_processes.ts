import { readFileSync, readlinkSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ListedProcess } from '../listed_process';

const TICKS_PER_SECOND = 100;

/** Describes running processes from /proc, with 1 as the parent of those whose parent isn't among them. */
export const listProcesses = (pids: readonly number[]): ListedProcess[] => {
  const users = readUsers();
  const bootTime = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
  return pids.map((pid) => {
    const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const exe = readlinkSync(`/proc/${pid}/exe`);
    const stat = read('stat');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const parent = Number(fields[1]);
    const { uid } = statSync(`/proc/${pid}`);
    return {
      pid,
      ppid: pids.includes(parent) ? parent : 1,
      exe,
      name: basename(exe),
      comm: read('comm').trimEnd(),
      cmdline: read('cmdline').replace(/\0+$/, '').split('\0'),
      cwd: readlinkSync(`/proc/${pid}/cwd`),
      uid,
      user: users.get(uid) ?? String(uid),
      started: bootTime + Number(fields[19]) / TICKS_PER_SECOND,
    };
  });
};

const readUsers = (): Map<number, string> =>
  new Map(
    readFileSync('/etc/passwd', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid]) => [Number(uid), name])
  );
