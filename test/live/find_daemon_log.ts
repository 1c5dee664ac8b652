import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the audit daemon that runs writes to.
 * @param pid as the kernel's audit tells it, which need not be a process that can be seen from here
 * @throws Error if the daemon or its configuration can't be read: it may run outside of this container
 */
export const findDaemonLog = (pid: number): string => {
  const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const option = args.indexOf('-c');
  const configuration = (option === -1 ? undefined : args[option + 1]) ?? '/etc/audit';
  const text = readFileSync(join(configuration, 'auditd.conf'), 'utf8');
  return /^log_file\s*=\s*(\S+)/m.exec(text)?.[1] ?? '/var/log/audit/audit.log';
};
