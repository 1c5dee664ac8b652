import { readPasswd } from '../etc/read_passwd';
import type { MachineFiles } from '../files/machine_files';
import type { CronFile } from './cron_file';

const DIRECTORIES = ['/var/spool/cron/atjobs', '/var/spool/at', '/var/spool/atjobs'];
/** Queue letter, job number in 5 hex digits, minutes since 1970 in 8. */
const JOB_NAME = /^[a-zA-Z=][0-9a-f]{5}([0-9a-f]{8})$/;
const RUN_AS = /^# atrun uid=(\d+)/m;
/** The line behind which at puts what the user typed. */
const PREAMBLE_END = /^\t?\s*exit 1\n\}\n/m;
const MS_PER_MINUTE = 60_000;

const toCommand = (text: string): string => {
  const end = PREAMBLE_END.exec(text);
  return (end ? text.slice(end.index + end[0].length) : text).trim();
};

/** Jobs that wait for `at`'s daemon. The job's file holds the user's whole environment: only the command is shown. */
export const listAtJobs = (files: MachineFiles): CronFile[] => {
  const names = new Map(readPasswd(files).map(({ uid, username }) => [uid, username]));
  return DIRECTORIES.flatMap((directory) =>
    files
      .list(directory)
      .sort()
      .flatMap((name): CronFile[] => {
        const minutes = JOB_NAME.exec(name)?.[1];
        if (minutes === undefined) return [];
        const path = `${directory}/${name}`;
        const text = files.readText(path) ?? '';
        const uid = RUN_AS.exec(text)?.[1];
        return [
          {
            ...{ kind: 'at', path, command: toCommand(text) },
            schedule: new Date(Number.parseInt(minutes, 16) * MS_PER_MINUTE).toISOString(),
            user: uid === undefined ? '' : (names.get(Number(uid)) ?? uid),
          },
        ];
      })
  );
};
