import type { MachineFiles } from '../files/machine_files';
import type { CronFile } from './cron_file';

const PERIODS = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'];
/** Kept by package managers to hold the directory; run-parts runs no name with a dot. */
const PLACEHOLDER = '.placeholder';

/** Scripts of `/etc/cron.daily` and its like. Those run-parts would not run (names with a dot) are listed, too. */
export const listPeriodicScripts = (files: MachineFiles): CronFile[] =>
  PERIODS.flatMap((period) =>
    files
      .list(`/etc/cron.${period}`)
      .filter((name) => name !== PLACEHOLDER)
      .sort()
      .map((name): CronFile => {
        const path = `/etc/cron.${period}/${name}`;
        return { kind: 'periodic', path, schedule: `@${period}`, user: 'root', command: path };
      })
  );
