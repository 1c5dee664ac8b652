import type { OwnQuery } from './own_query';

/** About the processes of the alert's tree and the server they come from. */
export const TREE_QUERIES: readonly OwnQuery[] = [
  {
    id: 'tree_processes',
    step: 'investigation-1',
    label: (translate) =>
      translate('webServerRce.ownQuery.treeProcesses', {
        defaultMessage: 'What of this command still runs',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.treeProcesses', {
        defaultMessage:
          'A row is a program of this command, or a child of one, that is still there: a shell that stays is somebody working. on_disk 0 means that its file was deleted. A number is given to a new process after a while, so compare the start time.',
      }),
    template: `SELECT pid, parent, name, path, cmdline, cwd, uid, datetime(start_time, 'unixepoch') AS started, on_disk
FROM processes
WHERE pid IN ({{process.pid}}) OR parent IN ({{process.pid}})`,
  },
  {
    id: 'tree_sockets',
    step: 'investigation-1',
    label: (translate) =>
      translate('webServerRce.ownQuery.treeSockets', {
        defaultMessage: 'Connections of this command',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.treeSockets', {
        defaultMessage:
          'A shell or an interpreter with a remote address is a reverse shell until proven otherwise. family 2 is IPv4, 10 is IPv6, 1 is local.',
      }),
    template: `SELECT s.pid, p.name, p.cmdline, s.family, s.protocol, s.local_address, s.local_port, s.remote_address, s.remote_port, s.state
FROM process_open_sockets s LEFT JOIN processes p ON p.pid = s.pid
WHERE s.pid IN ({{process.pid}})`,
  },
  {
    id: 'tree_files',
    step: 'investigation-1',
    label: (translate) =>
      translate('webServerRce.ownQuery.treeFiles', {
        defaultMessage: 'Open files of this command',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.treeFiles', {
        defaultMessage:
          'Look for files outside the application: tools in /tmp or /dev/shm, archives being packed, a file marked (deleted) that only the process still holds.',
      }),
    template: 'SELECT pid, fd, path FROM process_open_files WHERE pid IN ({{process.pid}})',
  },
  {
    id: 'tree_environment',
    step: 'investigation-1',
    label: (translate) =>
      translate('webServerRce.ownQuery.treeEnvironment', {
        defaultMessage: 'Environment of this command',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.treeEnvironment', {
        defaultMessage:
          'CGI servers leave the request here: REMOTE_ADDR, REQUEST_URI, HTTP_USER_AGENT. HISTFILE=/dev/null hides typing, LD_PRELOAD loads other code. Passwords of the application may be among the values: treat the rows as secret.',
      }),
    template: 'SELECT pid, key, value FROM process_envs WHERE pid IN ({{process.pid}})',
  },
  {
    id: 'server_children',
    step: 'investigation-1',
    label: (translate) =>
      translate('webServerRce.ownQuery.serverChildren', {
        defaultMessage: 'Other children of the server process',
      }),
    reading: (translate) =>
      translate('webServerRce.ownReading.serverChildren', {
        defaultMessage:
          'Everything the process that ran this command has running now. Workers of the same program are expected; shells, interpreters and download tools are not.',
      }),
    template: `SELECT pid, name, path, cmdline, cwd, uid, datetime(start_time, 'unixepoch') AS started
FROM processes WHERE parent IN ({{process.parent.pid}})`,
  },
];
