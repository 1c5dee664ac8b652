import { execFile } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { ListedProcess } from '../listed_process';
import { copyFiles } from './sandbox/copy_files';
import { createSandbox } from './sandbox/sandbox';
import type { Sandbox } from './sandbox/sandbox';
import { startIntruderHost } from './sandbox/start_intruder_host';
import type { Job, Lab } from './lab';
import { listProcesses } from './list_processes';
import { watchProcessLives } from './process_lives';
import type { ProcessLives } from './process_lives';

const run = promisify(execFile);
const AUDIT_LOG = '/var/log/audit/audit.log';
/** Between two requests, in milliseconds; also what lies between a window's edge and the request. */
const PAUSE = 150;
/** What still runs after this long is ended before the next request. */
const PATIENCE = 4000;

/** A job with the time in which everything happened that it caused. */
export interface DoneJob {
  readonly job: Job;
  readonly start: number;
  readonly end: number;
  readonly httpStatus: number | null;
}

export interface LabRecording {
  readonly done: readonly DoneJob[];
  readonly processes: readonly ListedProcess[];
  readonly lives: ProcessLives;
  /** The machine's audit log of that time, with what other programs did. */
  readonly log: string;
}

/** Starts a lab in a sandbox, does its jobs one after the other, and ends it. Needs root and a running auditd. */
export const recordLab = async (lab: Lab): Promise<LabRecording> => {
  const lives = await watchProcessLives();
  const sandbox = await createSandbox(lab.hostName);
  try {
    await startIntruderHost(sandbox);
    const files = new URL(`labs/${lab.name}/files`, import.meta.url).pathname;
    if (existsSync(files)) await copyFiles(files, sandbox);
    await sandbox.runScript(lab.setUp);
    for (const line of lab.start) sandbox.enter(['setsid', '--fork', 'sh', '-c', `exec ${line}`]);
    await waitUntilReady(lab, sandbox);
    const shell = await startAdminShell(sandbox);
    await wait(1500);
    const processes = listProcesses(sandbox.listPids());
    lives.follow(processes);
    const { size: offset, ino } = statSync(AUDIT_LOG);
    await wait(500);
    const done: DoneJob[] = [];
    for (const [index, job] of lab.jobs.entries()) {
      const start = Date.now() / 1000;
      await wait(PAUSE);
      const httpStatus = await act(job, sandbox, shell);
      await waitUntilQuiet(lives);
      await wait(PAUSE);
      done.push({ job, start, end: Date.now() / 1000 - 0.02, httpStatus });
      console.log(`${index + 1}/${lab.jobs.length} ${httpStatus ?? ''} ${job.how} ${job.command}`);
    }
    await sandbox.stop();
    await wait(1500);
    if (statSync(AUDIT_LOG).ino !== ino) throw new Error('the audit log was rotated meanwhile');
    const log = readFileSync(AUDIT_LOG).subarray(offset).toString();
    return { done, processes, lives, log };
  } catch (error) {
    await sandbox.stop();
    throw error;
  } finally {
    lives.stop();
  }
};

const waitUntilReady = async (lab: Lab, sandbox: Sandbox): Promise<void> => {
  for (let attempt = 0; attempt < 120; attempt++) {
    if ((await request([lab.readyUrl], sandbox)) >= 200) return;
    await wait(500);
  }
  throw new Error(`${lab.name} does not answer on ${lab.readyUrl}`);
};

interface AdminShell {
  readonly type: (line: string) => Promise<void>;
}

/** A root shell as a login over ssh leaves it: with a login uid, and without a terminal because nobody looks. */
const startAdminShell = async (sandbox: Sandbox): Promise<AdminShell> => {
  const shell = sandbox.enter(['sh', '-c', 'echo 0 >/proc/self/loginuid; cd /root; exec bash']);
  if (!shell.stdout) throw new Error('the shell has no output');
  const output = createInterface(shell.stdout);
  const type = async (line: string): Promise<void> => {
    shell.stdin?.write(`( ${line}\n) </dev/null >/dev/null 2>&1; echo\n`);
    await once(output, 'line');
  };
  await type(':');
  return { type };
};

const act = async ({ act }: Job, sandbox: Sandbox, shell: AdminShell): Promise<number | null> => {
  if (act.kind === 'http') return request(act.curl, sandbox);
  await shell.type(act.line);
  return null;
};

/** Gives the status, 0 where there was none. */
const request = async (curl: readonly string[], sandbox: Sandbox): Promise<number> => {
  const child = sandbox.enterNetwork([
    ...['curl', '--silent', '--max-time', '8', '--output', '/dev/null'],
    ...['--write-out', '%{http_code}\n', ...curl],
  ]);
  if (!child.stdout) return 0;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return Number(output.trim().split('\n').at(-1));
};

const waitUntilQuiet = async (lives: ProcessLives): Promise<void> => {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    await wait(50);
    if (lives.listBusy().length === 0) return;
  }
  for (const { pid } of lives.listBusy()) {
    await run('kill', ['-KILL', String(pid)]).catch(() => undefined);
  }
  await wait(100);
};
