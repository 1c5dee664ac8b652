import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recordTables, type TableRecording } from '../../../../engines/osquery';
import type { ListedProcess } from '../../listed_process';
import { cutAuditLog } from '../cut_audit_log';
import { listProcesses } from '../list_processes';
import { watchProcessLives } from '../process_lives';
import { copyFiles } from '../sandbox/copy_files';
import { createSandbox, type Sandbox } from '../sandbox/sandbox';
import { startIntruderHost } from '../sandbox/start_intruder_host';
import type { IntrusionStage } from './intrusion_stage';

const AUDIT_LOG = '/var/log/audit/audit.log';
/** Where the first server's shell connects to. */
const SHELL_DOOR = ['203.0.113.66', '8444'];
/** Where its bot does. */
const BOT_DOOR = ['203.0.113.66', '8443'];
const TABLES = [
  ...['processes', 'process_open_sockets', 'listening_ports', 'process_open_files', 'process_envs'],
  ...['process_open_pipes', 'process_namespaces', 'users', 'groups', 'crontab', 'file', 'hash'],
  ...['authorized_keys', 'shell_history', 'known_hosts', 'etc_hosts', 'dns_resolvers'],
  ...['os_version', 'logged_in_users', 'last', 'suid_bin', 'routes', 'startup_items'],
];
const FILES = ['/var/www/%%', '/dev/shm/%%', '/tmp/%%', '/var/tmp/%%', '/var/spool/cron/%%'];

export interface StageRecording {
  readonly processes: readonly ListedProcess[];
  /** What this server's processes did, cut from the machine's audit log. */
  readonly auditLog: string;
  readonly accessLog: string;
  readonly tables: TableRecording;
}

/** Starts a server in a sandbox, does what its stage says at the pace of a person, and ends it. Needs root and auditd. */
export const recordStage = async (stage: IntrusionStage): Promise<StageRecording> => {
  const lives = await watchProcessLives();
  const sandbox = await createSandbox(stage.hostName);
  try {
    await startIntruderHost(sandbox);
    await copyFiles(new URL(`files/${stage.hostName}`, import.meta.url).pathname, sandbox);
    await sandbox.runScript(stage.setUp);
    for (const line of stage.start) sandbox.enter(['setsid', '--fork', 'sh', '-c', `exec ${line}`]);
    await waitUntilReady(stage, sandbox);
    const door = listen(SHELL_DOOR, sandbox);
    listen(BOT_DOOR, sandbox);
    await sandbox.runScript(`: > ${stage.accessLog}`);
    await wait(1500);
    const processes = listProcesses(sandbox.listPids());
    lives.follow(processes);
    const { size: offset, ino } = statSync(AUDIT_LOG);
    const first = Date.now() / 1000;
    let tables: TableRecording | undefined;
    for (const act of stage.acts) {
      console.log(act);
      if (act.kind === 'request') await request(act.curl, sandbox);
      else if (act.kind === 'type') door.write(`${act.line}\n`);
      else if (act.kind === 'wait') await wait(act.seconds * 1000);
      else tables = readTables(sandbox);
    }
    const last = Date.now() / 1000;
    const accessLog = await sandbox.runScript(`cat ${stage.accessLog}`);
    await wait(1500);
    if (statSync(AUDIT_LOG).ino !== ino) throw new Error('the audit log was rotated meanwhile');
    const { text } = cutAuditLog(
      readFileSync(AUDIT_LOG).subarray(offset).toString(),
      ({ pid, time }) =>
        time >= first && time <= last && pid !== undefined && lives.find(pid, time) !== undefined
    );
    if (!tables) throw new Error('no act of the stage records the tables');
    return { processes, auditLog: text, accessLog, tables };
  } finally {
    await sandbox.stop();
    lives.stop();
  }
};

const listen = ([address = '', port = '']: readonly string[], sandbox: Sandbox) => {
  const listener = sandbox.enterNetwork(['ncat', '--listen', '--keep-open', address, port]);
  process.once('exit', () => listener.kill());
  listener.stdout?.on('data', (bytes: Buffer) => process.stdout.write(bytes));
  if (!listener.stdin) throw new Error('the listener has no input');
  return listener.stdin;
};

/** Waits two seconds at most: a request that gives the intruder a shell has no end. */
const request = async (curl: readonly string[], sandbox: Sandbox): Promise<void> => {
  const child = sandbox.enterNetwork([
    ...['curl', '--silent', '--max-time', '900', '--output', '/dev/null'],
    ...curl,
  ]);
  child.stdout?.resume();
  await Promise.race([once(child, 'close'), wait(2000)]);
};

const waitUntilReady = async (
  { hostName, readyUrl }: IntrusionStage,
  sandbox: Sandbox
): Promise<void> => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const child = sandbox.enterNetwork(['curl', '--silent', '--fail', '-o', '/dev/null', readyUrl]);
    const [code] = await once(child, 'close');
    if (code === 0) return;
    await wait(500);
  }
  throw new Error(`${hostName} does not answer on ${readyUrl}`);
};

/** The sandbox shares its process numbers with the machine, whose other processes are no part of the recording. */
const readTables = (sandbox: Sandbox): TableRecording => {
  const pids = sandbox.listPids();
  const proc = mkdtempSync(join(tmpdir(), 'recorded-proc-'));
  try {
    mkdirSync(proc, { recursive: true });
    for (const name of ['stat', 'uptime', 'version', 'cmdline', ...pids.map(String)]) {
      symlinkSync(`/proc/${name}`, join(proc, name));
    }
    symlinkSync(`/proc/${pids[0]}/net`, join(proc, 'net'));
    symlinkSync(`/proc/${pids[0]}/mounts`, join(proc, 'mounts'));
    const roots = { root: `/proc/${pids[0]}/root`, proc, etc: `/proc/${pids[0]}/root/etc` };
    return withoutOtherMachines(recordTables({ roots, tableNames: TABLES, files: FILES }));
  } finally {
    rmSync(proc, { recursive: true });
  }
};

/** The other machines of the sandbox share its network: their sockets belong to none of its processes. */
const withoutOtherMachines = (recording: TableRecording): TableRecording => ({
  ...recording,
  tables: Object.fromEntries(
    Object.entries(recording.tables).map(([name, rows]) => [
      name,
      ['process_open_sockets', 'listening_ports'].includes(name)
        ? rows.filter(({ pid }) => pid !== -1)
        : rows,
    ])
  ),
});
