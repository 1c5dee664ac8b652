import { argvB } from '../../hands/argv_b';
import { crewB } from '../../hands/crew_b';
import { scannerB } from '../../hands/scanner_b';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1:9090';
const get = (path: string): ReturnType<typeof page> =>
  page(path.slice(1).split('?')[0] || 'home', `${SITE}${path}`);
const post = (body: object): readonly string[] => [
  ...['--data-raw', JSON.stringify(body)],
  `${SITE}/yaml`,
];

const attacks = toAttacks(
  [scannerB, crewB, argvB],
  [
    {
      how: 'python:os.system',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `text=a"; ${shell}; echo "`],
        `${SITE}/title`,
      ],
    },
    { how: 'python:subprocess_bash', toCurl: (text) => post({ text }) },
    {
      how: 'python:os.popen',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `name=localhost\n${shell}`],
        `${SITE}/reach`,
      ],
    },
    { how: 'python:subprocess', toCurlOfArgv: (argv) => post({ argv }) },
  ],
  {
    root: '/opt/reports',
    app: '/opt/reports',
    config: '/opt/reports/production.cfg',
    uploads: '/opt/reports/out',
  }
);

const benign = [
  ...['/chart', '/graph', '/pdf', '/title?text=Shift+7', '/pages', '/thumbnail', '/sign'],
  ...['/certificate', '/revision', '/reach?name=www.company.example', '/free', '/sync', '/pack'],
  ...['/compile', '/sensors', '/rows', '/nightly', '/count', '/cpu', '/clean', '/'],
  ...['/title?text=Shift+8', '/chart', '/graph', '/rows', '/reach?name=mail.company.example'],
]
  .map(get)
  .concat([
    admin('uwsgi-reload', 'kill -HUP $(cat /run/reports.pid)'),
    admin('shifts', `sqlite3 /opt/reports/plant.db 'select count(*) from shifts'`),
    admin('renew', '/etc/letsencrypt/renewal-hooks/deploy/reports.sh'),
  ]);

export const uwsgiReports: Lab = {
  name: 'uwsgi_reports',
  split: 'heldout',
  hostName: 'works-07',
  setUp: `
    cd /opt/reports
    mkdir -p out mirror /etc/letsencrypt/renewal-hooks/deploy
    printf 'secret_key = herbst\\n' > production.cfg
    echo 'digraph { a -> b }' > plant.dot
    echo '/Helvetica findfont 20 scalefont setfont 72 720 moveto (Report) show showpage' > report.ps
    rrdtool create heat.rrd --step 60 DS:h:GAUGE:120:0:100 RRA:AVERAGE:0.5:1:60
    openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=works -keyout site.key -out site.pem 2>/dev/null
    sqlite3 plant.db 'create table shifts(id integer); insert into shifts values (7)'
    printf '#!/bin/sh\\nset -e\\nfor f in out/*.png; do identify "$f"; done\\ndate\\n' > nightly.sh
    printf '#!/bin/sh\\nopenssl verify -CAfile /opt/reports/site.pem /opt/reports/site.pem && kill -HUP $(cat /run/reports.pid)\\n' > /etc/letsencrypt/renewal-hooks/deploy/reports.sh
    chmod +x nightly.sh /etc/letsencrypt/renewal-hooks/deploy/reports.sh
    git init -q -b main . && git add wsgi.py && git -c user.name=dev -c user.email=dev@company.example commit -q -m First
    chown -R www-data:www-data /opt/reports`,
  start: [
    'uwsgi --plugin python3 --http-socket 127.0.0.1:9090 --master --processes 2 --uid www-data --gid www-data --pidfile /run/reports.pid --wsgi-file /opt/reports/wsgi.py >/dev/null 2>&1',
  ],
  readyUrl: `${SITE}/`,
  jobs: mix(benign, attacks),
};
