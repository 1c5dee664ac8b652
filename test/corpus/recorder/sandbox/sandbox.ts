import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = new URL('sandbox.sh', import.meta.url).pathname;
const MEBIBYTES = 1024 * 1024;

export interface Sandbox {
  /** Runs a shell script inside, as root, and gives what it printed. */
  readonly runScript: (text: string) => Promise<string>;
  /** Starts a program inside that stays. */
  readonly enter: (command: readonly string[]) => ChildProcess;
  /** Starts a program of this machine that shares nothing with the sandbox but its network. */
  readonly enterNetwork: (command: readonly string[]) => ChildProcess;
  readonly listPids: () => number[];
  readonly stop: () => Promise<void>;
}

/** Starts a throw-away copy of this machine, see sandbox.sh. Needs root. */
export const createSandbox = async (hostName: string): Promise<Sandbox> => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const namespaces = ['--mount', '--net', '--uts'];
  const keeper = spawn('unshare', [...namespaces, 'sh', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface(keeper.stdout), 'line');
  const target = ['--target', String(keeper.pid)];
  const inside = ['nsenter', ...target, ...namespaces, 'env', '-i'];
  const environment = ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'LANG=C.UTF-8'];
  const start = ([program = '', ...args]: readonly string[]): ChildProcess =>
    spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const world = readlinkSync(`/proc/${keeper.pid}/ns/mnt`);
  const listPids = (): number[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && findWorld(name) === world)
      .map(Number)
      .filter((pid) => pid !== keeper.pid);
  const stopAll = (): void => {
    for (const pid of [...listPids(), ...(keeper.pid === undefined ? [] : [keeper.pid])]) kill(pid);
  };
  process.once('exit', () => {
    stopAll();
    rmSync(folder, { recursive: true, force: true });
  });
  const name = `hostname ${hostName}; echo '127.0.0.1 localhost ${hostName}' >/etc/hosts; hostname >/etc/hostname`;
  await run('nsenter', [...target, ...namespaces, 'sh', '-c', name]);
  return {
    runScript: async (text) => {
      const [program = '', ...args] = [...inside, ...environment, 'sh', '-euc', text];
      const { stdout } = await run(program, args, { maxBuffer: 64 * MEBIBYTES });
      return stdout;
    },
    enter: (command) => start([...inside, ...environment, ...command]),
    enterNetwork: (command) => start(['nsenter', ...target, '--net', ...command]),
    listPids,
    stop: async () => {
      stopAll();
      if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const findWorld = (pid: string): string | undefined => {
  try {
    return readlinkSync(`/proc/${pid}/ns/mnt`);
  } catch {
    return undefined; // It ended while the folder was read.
  }
};

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};
