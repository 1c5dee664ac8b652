/** What else runs by the clock? Our own table for what Osquery's `crontab` leaves out: attackers hide there as well. */
import {
  listAnacronJobs,
  listAtJobs,
  listPeriodicScripts,
  listSystemdTimers,
} from '../../../machine';
import type { TableDefinition } from '../../table';

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

export const cronFilesTable: TableDefinition = {
  name: 'cron_files',
  description: 'Scripts of cron.daily and the like, anacron, at jobs and systemd timers.',
  columns: [
    { name: 'kind', type: 'TEXT', description: 'periodic, anacron, at or systemd_timer' },
    { name: 'path', type: 'TEXT', description: 'File that says so' },
    { name: 'schedule', type: 'TEXT', description: 'When it runs, in the words of its kind' },
    { name: 'user', type: 'TEXT', description: 'User it runs as, empty if not said' },
    { name: 'command', type: 'TEXT', description: 'What runs' },
    { name: 'uid', type: 'BIGINT', description: 'Owner of the file' },
    { name: 'mode', type: 'TEXT', description: 'Permissions of the file in octal' },
    { name: 'mtime', type: 'BIGINT', description: 'Last change of the file, in Unix seconds' },
  ],
  *generate({ files }) {
    const lists = [listPeriodicScripts, listAnacronJobs, listAtJobs, listSystemdTimers];
    for (const entry of lists.flatMap((list) => list(files))) {
      const stat = files.stat(entry.path);
      yield {
        ...entry,
        uid: stat?.uid,
        mode: stat && (stat.mode & 0o7777n).toString(8).padStart(4, '0'),
        mtime: stat && stat.mtimeNs / NANOSECONDS_PER_SECOND,
      };
    }
  },
};
