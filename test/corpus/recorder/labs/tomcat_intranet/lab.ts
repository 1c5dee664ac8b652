import { argvB } from '../../hands/argv_b';
import { clientB } from '../../hands/client_b';
import { manualB } from '../../hands/manual_b';
import type { Lab } from '../../lab';
import { mix } from '../../mix';
import { toAttacks } from '../../to_attacks';
import { admin, page } from '../../work';

const SITE = 'http://127.0.0.1:8080';
const BASE = '/var/lib/intranet';
const tool = (name: string): ReturnType<typeof page> => page(name, `${SITE}/tools.jsp?t=${name}`);
const reach = (host: string): ReturnType<typeof page> =>
  page('reach', `${SITE}/reach.jsp?host=${host}`);

const attacks = toAttacks(
  [manualB, clientB, argvB],
  [
    {
      how: 'java:ProcessBuilder_sh',
      toCurl: (shell) => [
        ...['--get', '--data-urlencode', `host=192.0.2.80;${shell}`],
        `${SITE}/reach.jsp`,
      ],
    },
    {
      how: 'java:Runtime.exec_bash',
      toCurl: (shell) => ['--data-urlencode', `cmd=${shell}`, `${SITE}/cmd.jsp`],
    },
    {
      how: 'java:Runtime.exec',
      toCurlOfArgv: (argv) => [
        ...argv.flatMap((argument) => ['--data-urlencode', `a=${argument}`]),
        `${SITE}/restore.jsp`,
      ],
    },
  ],
  {
    root: `${BASE}/webapps/ROOT`,
    app: BASE,
    config: `${BASE}/conf/context.xml`,
    uploads: `${BASE}/webapps/ROOT/files`,
  }
);

const benign = [
  tool('thumb'),
  tool('text'),
  reach('192.0.2.80'),
  tool('pdfpages'),
  tool('print'),
  tool('exif'),
  tool('ffprobe'),
  tool('chart'),
  tool('disk'),
  tool('load'),
  reach('10.20.0.5'),
  tool('uname'),
  tool('javaversion'),
  tool('gitlog'),
  tool('archive'),
  tool('backup'),
  tool('script'),
  tool('mail'),
  tool('ping'),
  tool('md5'),
  tool('workdir'),
  page('home', `${SITE}/tools.jsp`),
  tool('thumb'),
  tool('text'),
  reach('mail.company.example'),
  tool('exif'),
  tool('backup'),
  tool('disk'),
  admin('health', 'curl -s -o /dev/null -w "%{http_code}" http://127.0.0.1:8080/tools.jsp'),
  admin('threads', 'jcmd -l; ps -o rss= -C java'),
  admin(
    'deploy-by-hand',
    `unzip -q -o ${BASE}/drop/app.war -d ${BASE}/webapps/app; chown -R tomcat ${BASE}/webapps/app`
  ),
  admin('version', `CATALINA_BASE=${BASE} /usr/share/tomcat10/bin/version.sh`),
];

export const tomcatIntranet: Lab = {
  name: 'tomcat_intranet',
  split: 'heldout',
  hostName: 'intranet',
  setUp: `
    cd ${BASE}
    mkdir -p data backup bin drop logs temp work conf webapps/ROOT/files
    cp -n /etc/tomcat10/web.xml /etc/tomcat10/catalina.properties conf/
    cat > conf/server.xml <<XML
<Server port="-1"><Service name="Catalina"><Connector port="8080" address="127.0.0.1"/>
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>
XML
    echo '<Context><Resource name="jdbc/hr" username="hr" password="fruehling"/></Context>' > conf/context.xml
    convert -size 640x480 plasma: data/photo.jpg
    gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=data/manual.pdf -c '/Helvetica findfont 20 scalefont setfont 72 720 moveto (Manual) show showpage'
    ffmpeg -loglevel error -f lavfi -i sine=duration=1 data/call.wav
    echo 'digraph { boss -> team }' > data/org.dot
    printf '#!/bin/sh\\nset -e\\nfind /var/lib/intranet/data -name "*.tmp" -mtime +1 -delete\\ndate > /var/lib/intranet/data/last\\n' > bin/nightly.sh
    chmod +x bin/nightly.sh
    git init -q -b main /tmp/w && cd /tmp/w && echo a > a && git add a && git -c user.name=dev -c user.email=dev@company.example commit -q -m 'Page' && git clone -q --bare /tmp/w ${BASE}/data/wiki.git
    cd ${BASE} && echo app > drop/index.html && (cd drop && zip -q app.war index.html)
    rm -rf /tmp/w
    chown -R tomcat:tomcat ${BASE}`,
  start: [
    `setpriv --reuid tomcat --regid tomcat --init-groups env CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE=${BASE} CATALINA_TMPDIR=${BASE}/temp JAVA_OPTS=-Djava.awt.headless=true /usr/share/tomcat10/bin/catalina.sh run >/dev/null 2>&1`,
  ],
  readyUrl: `${SITE}/tools.jsp`,
  jobs: mix(benign, attacks),
};
