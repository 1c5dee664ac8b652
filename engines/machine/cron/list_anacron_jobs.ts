import type { MachineFiles } from '../files/machine_files';
import type { CronFile } from './cron_file';

const PATH = '/etc/anacrontab';
/** Period in days or by name, delay in minutes, name of the job, command. */
const JOB = /^(@\w+|\d+)\s+(\d+)\s+(\S+)\s+(\S.*)$/;

/** Jobs of `/etc/anacrontab`. */
export const listAnacronJobs = (files: MachineFiles): CronFile[] =>
  (files.readText(PATH) ?? '').split('\n').flatMap((line): CronFile[] => {
    const [, period, delay, , command] = JOB.exec(line.trim()) ?? [];
    if (period === undefined || command === undefined) return [];
    const every = period.startsWith('@') ? period : `every ${period} days`;
    const schedule = `${every}, ${delay} minutes after start`;
    return [{ kind: 'anacron', path: PATH, schedule, user: 'root', command }];
  });
