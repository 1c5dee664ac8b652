import { argvA } from '../../hands/argv_a';
import { botA } from '../../hands/bot_a';
import { manualA } from '../../hands/manual_a';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1:8000';
const get = (technique: string, path: string): ReturnType<typeof page> =>
  page(technique, `${SITE}${path}`);
const load = (kind: string, value: string | readonly string[]): readonly string[] => [
  ...['--data-raw', JSON.stringify({ kind, value })],
  `${SITE}/cart/load`,
];

const attacks = toAttacks(
  [manualA, botA, argvA],
  [
    {
      how: 'python:os.popen',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `host=192.0.2.80;${shell}`],
        `${SITE}/courier/reach`,
      ],
    },
    { how: 'python:os.system', toCurl: (shell) => load('system', shell) },
    {
      how: 'python:subprocess_shell',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `id=1'; ${shell} #`],
        `${SITE}/courier/track`,
      ],
    },
    { how: 'python:os.popen', toCurl: (shell) => load('popen', shell) },
    { how: 'python:subprocess', toCurlOfArgv: (argv) => load('run', argv) },
  ],
  {
    root: '/srv/shop/static',
    app: '/srv/shop',
    config: '/srv/shop/settings.ini',
    uploads: '/srv/shop/media',
  }
);

const benign = [
  get('thumbnail', '/product/picture?name=sofa.jpg'),
  get('optimise', '/product/optimise'),
  get('reach', '/courier/reach?host=192.0.2.80'),
  get('invoice', '/invoice/7'),
  get('invoice-text', '/invoice/text'),
  get('stock-export', '/stock/export'),
  get('stock-import', '/stock/import'),
  get('track', '/courier/track?id=4711'),
  get('backup', '/admin/backup'),
  get('status', '/admin/status'),
  get('version', '/admin/version'),
  get('packages', '/admin/packages'),
  get('migrate', '/admin/migrate'),
  get('locale', '/admin/locale'),
  get('host-name', '/admin/host'),
  get('newsletter', '/newsletter'),
  get('probe-media', '/video'),
  get('render-svg', '/label'),
  get('upload-check', '/antivirus'),
  get('search', '/search?q=sofa'),
  get('home', '/'),
  get('thumbnail', '/product/picture?name=table.jpg'),
  get('invoice', '/invoice/8'),
  get('reach', '/courier/reach?host=10.20.0.5'),
  get('track', '/courier/track?id=4712'),
  get('status', '/admin/status'),
  admin('restart', 'kill -HUP $(cat /run/shop.pid)'),
  admin(
    'deploy-by-hand',
    'runuser -u shop -- git -C /srv/shop pull -q; python3 -m compileall -q /srv/shop'
  ),
  admin('shop-database', "sqlite3 /srv/shop/var/shop.db '.tables'"),
  admin('logrotate', '/usr/sbin/logrotate -f -s /tmp/state /etc/logrotate.d/shop'),
  admin('health', 'curl -sf http://127.0.0.1:8000/ >/dev/null && echo ok'),
];

export const gunicornShop: Lab = {
  name: 'gunicorn_shop',
  split: 'tuning',
  hostName: 'shop-02',
  setUp: `
    cd /srv/shop
    mkdir -p media var static catalogue /home/shop
    printf '[database]\\npassword=winter\\n' > settings.ini
    convert -size 800x600 plasma: media/sofa.jpg
    convert -size 800x600 plasma: media/table.jpg
    ffmpeg -loglevel error -f lavfi -i sine=duration=1 media/jingle.wav
    sqlite3 var/shop.db 'create table stock(id integer, name text); insert into stock values (1, "sofa")'
    echo 'a sofa' > catalogue/1.txt
    echo 'id,name' > stock.csv && zip -q var/supplier.zip stock.csv
    git init -q -b main . && git add shop.py && git -c user.name=dev -c user.email=dev@company.example commit -q -m 'First'
    printf '/var/log/shop.log {\\n  rotate 2\\n  su root root\\n  postrotate\\n    kill -USR1 $(cat /run/shop.pid)\\n  endscript\\n}\\n' > /etc/logrotate.d/shop
    echo start > /var/log/shop.log
    chown -R shop:shop /srv/shop /home/shop`,
  start: [
    'env HOME=/home/shop gunicorn --chdir /srv/shop --user shop --group shop --workers 2 --bind 127.0.0.1:8000 --pid /run/shop.pid shop:app',
  ],
  readyUrl: `${SITE}/`,
  jobs: mix(benign, attacks),
};
