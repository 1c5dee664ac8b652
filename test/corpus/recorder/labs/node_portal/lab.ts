import { argvA } from '../../hands/argv_a';
import { manualA } from '../../hands/manual_a';
import { scannerA } from '../../hands/scanner_a';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1:3000';
const tool = (name: string, query = ''): ReturnType<typeof page> =>
  page(name, `${SITE}/tools/${name}${query}`);

const attacks = toAttacks(
  [scannerA, manualA, argvA],
  [
    {
      how: 'node:exec',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `host=192.0.2.80; ${shell}`],
        `${SITE}/tools/ping`,
      ],
    },
    {
      how: 'node:spawn_shell',
      toCurl: (text) => ['--data-raw', JSON.stringify({ text }), `${SITE}/api/render`],
    },
    {
      how: 'node:exec',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `host=$(${shell})`],
        `${SITE}/tools/lookup`,
      ],
    },
    {
      how: 'node:spawn',
      toCurlOfArgv: (argv) => ['--data-raw', JSON.stringify({ argv }), `${SITE}/api/render`],
    },
  ],
  {
    root: '/opt/portal/checkout',
    app: '/opt/portal',
    config: '/opt/portal/.env',
    uploads: '/opt/portal/data/uploads',
  }
);

const benign = [
  tool('thumb', '?file=logo.png'),
  tool('identify', '?file=logo.png'),
  tool('ping', '?host=192.0.2.80'),
  tool('metadata', '?file=logo.png'),
  tool('text'),
  tool('pages'),
  tool('lookup', '?host=mail.company.example'),
  tool('preview'),
  tool('clip'),
  tool('transcode'),
  tool('bundle'),
  tool('unbundle'),
  tool('thumb', '?file=photo.jpg'),
  tool('backup'),
  tool('version'),
  tool('changes'),
  tool('load'),
  tool('disk'),
  tool('memory'),
  tool('node'),
  page('home', `${SITE}/`),
  tool('worker'),
  tool('checksum', '?file=offer.pdf'),
  tool('scan', '?file=photo.jpg'),
  page('mail', `${SITE}/mail`),
  page('deploy-hook', `${SITE}/hooks/deploy`, '-d', '{"ref":"refs/heads/main"}'),
  tool('ping', '?host=10.20.0.5'),
  tool('lookup', '?host=www.company.example'),
  tool('metadata', '?file=photo.jpg'),
  page('deploy-hook', `${SITE}/hooks/deploy`, '-d', '{"ref":"refs/heads/main"}'),
  admin('logs', 'tail -n 20 /var/log/portal.log; df -h'),
  admin('npm-version', 'cd /opt/portal/checkout && npm --version'),
  admin(
    'deploy-by-hand',
    "runuser -u portal -- sh -c 'cd /opt/portal/checkout && git pull -q && npm run --silent build'"
  ),
  admin('health', 'curl -fsS http://127.0.0.1:3000/ && systemctl status portal'),
  admin('database', "sqlite3 /opt/portal/data/portal.db 'select count(*) from offers'"),
];

export const nodePortal: Lab = {
  name: 'node_portal',
  split: 'tuning',
  hostName: 'portal-01',
  setUp: `
    cd /opt/portal
    mkdir -p data/uploads data/unpacked /srv/git /home/portal
    echo 'DB_PASSWORD=sommer2024' > .env
    convert -size 640x480 plasma: data/uploads/photo.jpg
    convert -size 200x80 xc:navy data/uploads/logo.png
    convert data/uploads/logo.png data/uploads/offer.pdf 2>/dev/null ||
      gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=data/uploads/offer.pdf -c '/Helvetica findfont 20 scalefont setfont 72 720 moveto (Offer) show showpage'
    ffmpeg -loglevel error -f lavfi -i sine=duration=1 data/uploads/clip.wav
    sqlite3 data/portal.db 'create table offers(id integer, name text); insert into offers values (1, "first")'
    git init -q --bare -b main /srv/git/portal.git
    git init -q -b main /tmp/first
    cd /tmp/first
    echo '{"name":"portal","version":"1.0.0","scripts":{"build":"node -e 1"}}' > package.json
    git add . && git -c user.name=dev -c user.email=dev@company.example commit -q -m 'First' && git push -q /srv/git/portal.git main
    cd / && rm -rf /tmp/first
    git clone -q /srv/git/portal.git /opt/portal/checkout
    chown -R portal:portal /opt/portal /home/portal /srv/git
    touch /var/log/portal.log && chown portal /var/log/portal.log`,
  start: [
    "setpriv --reuid portal --regid portal --init-groups env HOME=/home/portal sh -c 'cd /opt/portal && exec node server.cjs >/var/log/portal.log 2>&1'",
  ],
  readyUrl: `${SITE}/`,
  jobs: mix(benign, attacks),
};
