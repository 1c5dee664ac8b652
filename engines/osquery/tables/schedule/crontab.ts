/** Which commands does cron run, and when? The files Osquery reads; what it leaves out is in `cron_files`. */
import { parseCronLine, type MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

const SYSTEM_CRONTAB = '/etc/crontab';
const DIRECTORIES = ['/etc/cron.d', '/var/at/tabs', '/var/spool/cron', '/var/spool/cron/crontabs'];

const listCrontabs = (files: MachineFiles): string[] => [
  SYSTEM_CRONTAB,
  ...DIRECTORIES.flatMap((directory) =>
    files
      .list(directory)
      .sort()
      .map((name) => `${directory}/${name}`)
  ),
];

export const crontabTable: TableDefinition = {
  name: 'crontab',
  description: 'Lines of the system and user crontabs.',
  columns: [
    { name: 'event', type: 'TEXT', description: 'Named time such as @reboot' },
    { name: 'minute', type: 'TEXT', description: 'Minute field' },
    { name: 'hour', type: 'TEXT', description: 'Hour field' },
    { name: 'day_of_month', type: 'TEXT', description: 'Day of the month field' },
    { name: 'month', type: 'TEXT', description: 'Month field' },
    { name: 'day_of_week', type: 'TEXT', description: 'Day of the week field' },
    { name: 'command', type: 'TEXT', description: 'Command, after the user in system files' },
    { name: 'path', type: 'TEXT', description: 'File the line stands in' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
  ],
  *generate({ files }) {
    for (const path of listCrontabs(files)) {
      for (const line of (files.readText(path) ?? '').split('\n')) {
        const entry = parseCronLine(line);
        if (!entry) continue;
        const { event, minute, hour, dayOfMonth, month, dayOfWeek, command } = entry;
        yield {
          ...{ event, minute, hour, month, command, path, pid_with_namespace: 0 },
          day_of_month: dayOfMonth,
          day_of_week: dayOfWeek,
        };
      }
    }
  },
};
