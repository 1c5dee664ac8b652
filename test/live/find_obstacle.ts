import { accessSync, constants, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { getAuditState } from './audit_state';
import { findDaemonLog } from './find_daemon_log';

/** Where the rule looks for web servers, and where Debian puts them. */
const SERVER_DIRECTORY = '/usr/sbin';

/** PHP's FastCGI server, whatever its version. */
export const findPhpFpm = (): string | undefined => {
  const name = readdirSync(SERVER_DIRECTORY).find((file) => /^php-fpm[\d.]*$/.test(file));
  return name === undefined ? undefined : `${SERVER_DIRECTORY}/${name}`;
};

/** Why this machine can't be attacked and audited for a test; undefined if it can. */
export const findObstacle = (): string | undefined => {
  if (process.platform !== 'linux') return 'this is not Linux';
  if (process.getuid?.() !== 0) return 'only root may audit';
  for (const name of ['auditd', 'auditctl', 'nginx']) {
    if (!isExecutable(`${SERVER_DIRECTORY}/${name}`)) return `${name} is not installed`;
  }
  if (findPhpFpm() === undefined) return 'php-fpm is not installed';
  try {
    execFileSync('id', ['www-data'], { stdio: 'pipe' });
  } catch {
    return 'there is no user www-data';
  }
  try {
    const { enabled, pid } = getAuditState();
    // The kernel's daemon may run outside of this container, where its log can't be read.
    if (pid !== 0) findDaemonLog(pid);
    return enabled === 2 ? 'the audit rules are locked' : undefined;
  } catch (error) {
    return `the kernel's audit can't be used: ${toFirstLine(error)}`;
  }
};

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const toFirstLine = (error: unknown): string => String(error).split('\n')[0] ?? '';
