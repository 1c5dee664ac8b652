import { argvA } from '../../hands/argv_a';
import { botA } from '../../hands/bot_a';
import { clientA } from '../../hands/client_a';
import { scannerA } from '../../hands/scanner_a';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import type { Vector } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1';
const tool = (name: string, query = ''): ReturnType<typeof page> =>
  page(name, `${SITE}/tools/?t=${name}${query}`);
const thumb = (file: string, width: number): ReturnType<typeof page> =>
  page('wiki-thumb', `${SITE}/thumb.php?f=${file}&w=${width}`);
const edit = (technique: string, text: string, ...more: string[]): ReturnType<typeof page> =>
  page(
    technique,
    `${SITE}/api.php?action=edit&format=json`,
    ...['--data-urlencode', 'token=+\\', '-d', 'title=Harbour', '--data-urlencode', `text=${text}`],
    ...more
  );

const by = (name: string): Vector => ({
  how: `php:${name}`,
  toCurl: (shell) => [
    '-d',
    `by=${name}`,
    '--data-urlencode',
    `c=${shell}`,
    `${SITE}/tools/skin.php`,
  ],
});
const attacks = toAttacks(
  [clientA, scannerA, botA, argvA],
  [
    by('system'),
    by('shell_exec'),
    {
      how: 'php:system',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `host=192.0.2.80 && ${shell}`],
        `${SITE}/tools/?t=reach`,
      ],
    },
    by('popen'),
    by('proc_open'),
    by('exec'),
    by('passthru'),
    {
      how: 'php:proc_open_argv',
      toCurlOfArgv: (argv) => [
        ...['-d', 'by=argv', ...argv.flatMap((part) => ['--data-urlencode', `a[]=${part}`])],
        `${SITE}/tools/skin.php`,
      ],
    },
  ],
  {
    root: '/usr/share/mediawiki',
    app: '/etc/mediawiki',
    config: '/etc/mediawiki/LocalSettings.php',
    uploads: '/var/www/wiki-data/images',
  }
);

const benign = [
  page('wiki-page', `${SITE}/index.php?title=Main_Page`),
  thumb('Photo.jpg', 320),
  tool('reach', '&host=192.0.2.80'),
  thumb('Photo.jpg', 121),
  thumb('Map.svg', 200),
  edit('wiki-edit', 'Ships\n\nCranes\n\nQuays'),
  edit('wiki-edit', 'Ships\n\nTall cranes\n\nQuays'),
  edit('wiki-merge', 'Ships\n\nCranes\n\nOld quays', '-d', 'basetimestamp=2001-01-01T00:00:00Z'),
  page('wiki-history', `${SITE}/index.php?title=Harbour&action=history`),
  page('wiki-special', `${SITE}/index.php?title=Special:Version`),
  thumb('Chart.png', 90),
  tool('text'),
  tool('cover'),
  tool('exif'),
  tool('optimise'),
  tool('zip'),
  tool('disk'),
  tool('load'),
  tool('backup'),
  tool('jobs'),
  tool('phpversion'),
  tool('mail'),
  tool('gitversion'),
  tool('which'),
  tool('name', '&host=www.company.example'),
  tool('who'),
  tool('rows'),
  tool('reach', '&host=10.20.0.5'),
  thumb('Photo.jpg', 500),
  admin(
    'wiki-update',
    'runuser -u www-data -- php /usr/share/mediawiki/maintenance/update.php --quick'
  ),
  admin('wiki-jobs', 'runuser -u www-data -- php /usr/share/mediawiki/maintenance/runJobs.php'),
  admin('nginx-reload', 'nginx -t && nginx -s reload'),
  admin('fpm-reload', 'php-fpm8.2 -t; kill -USR2 $(cat /run/php-fpm.pid)'),
  admin('composer', 'cd /var/www && composer --no-interaction --version'),
  admin(
    'wiki-backup',
    'tar -C /var/www -czf /var/backups/wiki-$(date +%F).tgz wiki-data && find /var/backups -name "wiki-*" -mtime +14 -delete'
  ),
];

export const nginxMediawiki: Lab = {
  name: 'nginx_mediawiki',
  split: 'tuning',
  hostName: 'wiki-01',
  setUp: `
    mkdir -p /var/www/data /var/www/wiki-data/images /var/log/nginx /tmp/images
    rm -rf /var/lib/mediawiki/LocalSettings.php /etc/mediawiki/LocalSettings.php
    php /usr/share/mediawiki/maintenance/install.php --dbtype sqlite --dbpath /var/www/wiki-data --dbname wiki --server ${SITE} --scriptpath '' --confpath /etc/mediawiki --pass Harbour-2024-x Wiki Admin >/dev/null
    ln -sf /etc/mediawiki/LocalSettings.php /var/lib/mediawiki/LocalSettings.php
    cat >> /etc/mediawiki/LocalSettings.php <<'PHP'
$wgEnableUploads = true;
$wgUploadDirectory = '/var/www/wiki-data/images';
$wgUseImageMagick = true;
$wgImageMagickConvertCommand = '/usr/bin/convert';
$wgFileExtensions[] = 'svg';
$wgSVGConverter = 'rsvg';
$wgGroupPermissions['*']['edit'] = true;
$wgDiff3 = '/usr/bin/diff3';
PHP
    convert -size 1200x800 plasma: /tmp/images/Photo.jpg
    convert -size 300x300 xc:teal /tmp/images/Chart.png
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="300" height="200" fill="teal"/></svg>' > /tmp/images/Map.svg
    php /usr/share/mediawiki/maintenance/importImages.php --extensions=jpg,png,svg /tmp/images >/dev/null
    cp /tmp/images/Photo.jpg /var/www/data/photo.jpg
    gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=/var/www/data/plan.pdf -c '/Helvetica findfont 20 scalefont setfont 72 720 moveto (Plan) show showpage'
    seq 10 > /var/www/data/rows.csv
    chown -R www-data:www-data /var/www
    cat > /etc/php-fpm-wiki.conf <<'CONF'
[global]
pid = /run/php-fpm.pid
error_log = /var/log/php-fpm.log
[wiki]
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
  server {
    listen 127.0.0.1:80;
    root /usr/share/mediawiki;
    index index.php;
    location /tools/ { alias /var/www/wiki-tools/; location ~ \\.php$ { include fastcgi_params; fastcgi_param SCRIPT_FILENAME $request_filename; fastcgi_pass unix:/run/php-fpm.sock; } }
    location ~ \\.php$ { include fastcgi_params; fastcgi_param SCRIPT_FILENAME $request_filename; fastcgi_pass unix:/run/php-fpm.sock; }
  }
}
CONF`,
  start: ['php-fpm8.2 --fpm-config /etc/php-fpm-wiki.conf', 'nginx'],
  readyUrl: `${SITE}/index.php?title=Main_Page`,
  jobs: mix(benign, attacks),
};
