import { listUsers } from '../etc/list_users';
import type { MachineFiles } from '../files/machine_files';
import { listUnitFiles, SYSTEM_UNIT_DIRECTORIES } from '../systemd/list_unit_files';
import { findSetting, parseUnitFile, type UnitSettings } from '../systemd/parse_unit_file';
import type { CronFile } from './cron_file';

const SCHEDULE_KEYS = [
  ...['OnCalendar', 'OnActiveSec', 'OnBootSec', 'OnStartupSec'],
  ...['OnUnitActiveSec', 'OnUnitInactiveSec'],
];
const USER_UNIT_DIRECTORIES = ['/etc/systemd/user', '/usr/lib/systemd/user'];

const toSchedule = (timer: UnitSettings): string =>
  SCHEDULE_KEYS.flatMap((key) =>
    (timer.get(`Timer.${key}`) ?? []).map((value) => `${key}=${value}`)
  ).join(', ');

const listTimers = (
  files: MachineFiles,
  directories: readonly string[],
  user: string
): CronFile[] => {
  const units = listUnitFiles(files, directories);
  const read = (path: string | undefined): UnitSettings =>
    parseUnitFile((path === undefined ? undefined : files.readText(path)) ?? '');
  return units
    .filter(({ id }) => id.endsWith('.timer'))
    .map(({ id, path }): CronFile => {
      const timer = read(path);
      const started = findSetting(timer, 'Timer.Unit') ?? id.replace(/timer$/, 'service');
      const service = read(units.find((unit) => unit.id === started)?.path);
      return {
        ...{ kind: 'systemd_timer', path, schedule: toSchedule(timer) },
        user: findSetting(service, 'Service.User') ?? user,
        command: (service.get('Service.ExecStart') ?? []).join('; '),
      };
    });
};

/** Timers of the system, of all users, and of each user's own directory. */
export const listSystemdTimers = (files: MachineFiles): CronFile[] => [
  ...listTimers(files, SYSTEM_UNIT_DIRECTORIES, 'root'),
  ...listTimers(files, USER_UNIT_DIRECTORIES, ''),
  ...listUsers(files).flatMap(({ directory, username }) =>
    listTimers(files, [`${directory.replace(/\/+$/, '')}/.config/systemd/user`], username)
  ),
];
