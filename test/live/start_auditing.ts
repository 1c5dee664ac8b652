import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../kibana/until';
import { getAuditState, isExecAudited } from './audit_state';
import { findDaemonLog } from './find_daemon_log';
import { runGuarded } from './run_guarded';

export interface Auditing {
  /** The audit log that records every exec of this machine now. */
  readonly log: string;
  /** Takes back what was changed: daemon, rule and settings. */
  stop(): Promise<void>;
}

/** The one rule of docs/live.md. */
const RULE = 'always,exit -F arch=b64 -S execve,execveat -k exec';

/**
 * Has the kernel audit every exec. Where a daemon runs, its log is used; else one is started with a log in `directory`,
 * and the machine's own configuration is neither read nor changed.
 */
export const startAuditing = async (directory: string): Promise<Auditing> => {
  const before = getAuditState();
  const own = before.pid === 0 ? await writeConfiguration(directory) : undefined;
  const log = own?.log ?? findDaemonLog(before.pid);
  const isNew = !isExecAudited();
  const run = runGuarded(
    [
      ...(own ? ['auditd -n -c "$1" & daemon=$!', AWAIT_DAEMON] : []),
      ...(own ? ['auditctl -b 8192', 'auditctl -e 1'] : []),
      ...(isNew ? [`auditctl -a ${RULE}`] : []),
      'cat',
      ...(isNew ? [`auditctl -d ${RULE}`] : []),
      ...(own ? [`auditctl -b ${before.backlogLimit}`, `auditctl -e ${before.enabled}`] : []),
      ...(own ? ['kill $daemon', 'wait $daemon'] : []),
    ].join('\n'),
    own ? [own.configuration] : []
  );
  const isReady = until('the audit rule', 20, async () =>
    existsSync(log) && isExecAudited() ? true : undefined
  );
  await Promise.race([isReady, run.ended]);
  return { log, stop: run.stop };
};

const AWAIT_DAEMON = `until auditctl -s | grep -qx "pid $daemon"; do
  kill -0 $daemon || { echo "auditd ended at once; the system log says why"; exit 1; }
  sleep 0.1
done`;

const writeConfiguration = async (directory: string) => {
  const configuration = join(directory, 'auditd');
  const log = join(directory, 'log', 'audit.log');
  // The daemon refuses folders that others may write to.
  const mode = 0o750;
  await mkdir(join(configuration, 'plugins.d'), { recursive: true, mode });
  await mkdir(join(directory, 'log'), { mode });
  const settings = {
    log_file: log,
    log_format: 'ENRICHED',
    flush: 'INCREMENTAL_ASYNC',
    freq: 50,
    max_log_file: 1,
    num_logs: 3,
    max_log_file_action: 'ROTATE',
    name_format: 'NONE',
    space_left: 2,
    admin_space_left: 1,
    disk_full_action: 'IGNORE',
    disk_error_action: 'IGNORE',
    plugin_dir: join(configuration, 'plugins.d'),
  };
  await writeFile(
    join(configuration, 'auditd.conf'),
    Object.entries(settings)
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
    { mode: 0o640 }
  );
  return { configuration, log };
};
