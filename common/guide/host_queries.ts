import type { OwnQuery } from './own_query';

/** About what an intruder leaves on the host. "The last day" is counted back from the alert, not from the click. */
export const HOST_QUERIES: readonly OwnQuery[] = [
  {
    id: 'new_listeners',
    step: 'investigation-2',
    label: (translate) =>
      translate('webServerRce.ownQuery.newListeners', {
        defaultMessage: 'Listening ports and their programs, new ones first',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.newListeners', {
        defaultMessage:
          'Compared with what this host showed before the alert. A marked row that no deployment or restart explains may be a bind shell or a proxy; a program that takes another port each time, such as a DNS client, is marked each time.',
      }),
    // The same for every alert: earlier answers are found by it.
    template: `SELECT l.protocol, l.address, l.port, p.name, p.path, l.pid, p.cmdline, p.uid, datetime(p.start_time, 'unixepoch') AS started
FROM listening_ports l LEFT JOIN processes p ON p.pid = l.pid
WHERE l.port > 0`,
  },
  {
    id: 'dropped_files',
    step: 'investigation-7',
    label: (translate) =>
      translate('webServerRce.ownQuery.droppedFiles', {
        defaultMessage: 'New files where droppers put them, with hashes',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.droppedFiles', {
        defaultMessage:
          'Files written since the day before the alert to /tmp, /var/tmp and /dev/shm, hidden ones too. Look up each SHA-256; an executable mode such as 0755 weighs more.',
      }),
    template: `SELECT f.path, f.size, f.mode, f.uid, datetime(f.mtime, 'unixepoch') AS changed, h.sha256
FROM file f LEFT JOIN hash h ON h.path = f.path
WHERE f.directory IN ('/tmp', '/var/tmp', '/dev/shm') AND f.type = 'regular'
  AND f.mtime > CAST(strftime('%s', {{day_before}}) AS INTEGER)`,
  },
  {
    id: 'web_root_changes',
    step: 'investigation-13',
    label: (translate) =>
      translate('webServerRce.ownQuery.webRootChanges', {
        defaultMessage: 'Changes in and below the working directory since the day before',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.webRootChanges', {
        defaultMessage:
          'The command ran in this directory, most often the web root; one folder deeper is looked into as well. A new .php, .jsp or .py file that no deployment explains is a web shell until proven otherwise; ctime later than mtime means that the time was set back.',
      }),
    template: `SELECT path, size, mode, uid, datetime(mtime, 'unixepoch') AS changed, datetime(ctime, 'unixepoch') AS ctime
FROM file
WHERE directory IN (
    SELECT {{process.working_directory}}
    UNION SELECT path FROM file WHERE directory = {{process.working_directory}} AND type = 'directory'
  ) AND type = 'regular' AND ctime > CAST(strftime('%s', {{day_before}}) AS INTEGER)`,
  },
  {
    id: 'authorized_keys',
    step: 'investigation-14',
    label: (translate) =>
      translate('webServerRce.ownQuery.authorizedKeys', {
        defaultMessage: 'SSH keys that may log in',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.authorizedKeys', {
        defaultMessage:
          'Each key needs an owner. One of the web server’s account has none: services do not log in.',
      }),
    template: `SELECT u.username, k.key_file, k.algorithm, k.comment, k.key
FROM users u CROSS JOIN authorized_keys k ON k.uid = u.uid`,
  },
  {
    id: 'shell_history',
    step: 'investigation-14',
    label: (translate) =>
      translate('webServerRce.ownQuery.shellHistory', {
        defaultMessage: 'What was typed in shells',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.shellHistory', {
        defaultMessage:
          'Histories of all accounts. An account whose history is empty or ends early may have had it removed; time is 0 where the shell keeps none.',
      }),
    template: `SELECT u.username, h.time, h.command, h.history_file
FROM users u CROSS JOIN shell_history h ON h.uid = u.uid`,
  },
  {
    id: 'systemd_units',
    step: 'investigation-14',
    label: (translate) =>
      translate('webServerRce.ownQuery.systemdUnits', {
        defaultMessage: 'Services and timers of systemd',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.systemdUnits', {
        defaultMessage:
          'Look for units that no package brought: in /etc/systemd/system or in a home directory, with a name like a system service, or a timer that starts something every few minutes.',
      }),
    template: `SELECT id, description, active_state, sub_state, unit_file_state, fragment_path, user
FROM systemd_units WHERE id LIKE '%.service' OR id LIKE '%.timer'`,
  },
  {
    id: 'job_files',
    step: 'investigation-14',
    label: (translate) =>
      translate('webServerRce.ownQuery.jobFiles', {
        defaultMessage: 'Files of at and cron beyond crontab',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.jobFiles', {
        defaultMessage:
          'Scripts of cron.daily and its like, crontabs of users and jobs of at, newest first. One changed about the time of the alert is most likely the attacker’s.',
      }),
    template: `SELECT path, size, mode, uid, datetime(mtime, 'unixepoch') AS changed
FROM file
WHERE directory IN ('/etc/cron.d', '/etc/cron.hourly', '/etc/cron.daily', '/etc/cron.weekly', '/etc/cron.monthly',
  '/var/spool/cron', '/var/spool/cron/crontabs', '/var/spool/cron/atjobs', '/var/spool/at')
  AND type = 'regular'
ORDER BY mtime DESC`,
  },
  {
    id: 'kernel_modules',
    step: 'investigation-14',
    label: (translate) =>
      translate('webServerRce.ownQuery.kernelModules', { defaultMessage: 'Kernel modules' }),
    reading: (translate) =>
      translate('webServerRce.ownReading.kernelModules', {
        defaultMessage:
          'Compare with a host of the same kind: a module that only this one has may be a rootkit. One that hides itself is not in this list.',
      }),
    template: 'SELECT name, size, used_by, status FROM kernel_modules ORDER BY name',
  },
];
