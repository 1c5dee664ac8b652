import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkEql } from '../../eql/check_eql';
import { fromMapping } from '../../eql/fields/from_mapping';
import { parseEql } from '../../eql/parse_eql';
import { searchEvents } from '../../eql/search_events';
import { findServer } from './find_server';
import { SERVER_CHILDREN_QUERY } from './server_children_query';

interface Program {
  readonly executable: string;
  readonly args: readonly string[];
  readonly user?: string;
}

const run = (executable: string, ...args: string[]): Program => ({
  executable,
  args: [executable, ...args],
});
const titled = (executable: string, title: string): Program => ({ executable, args: [title] });

const SERVERS: readonly (readonly [string, Program])[] = [
  ['nginx', titled('/usr/sbin/nginx', 'nginx: worker process')],
  ['nginx', titled('/opt/web/bin/httpfront', 'nginx: worker process')],
  ['nginx', run('/usr/sbin/nginx (deleted)')],
  ['openresty', run('/usr/local/openresty/nginx/sbin/openresty')],
  ['apache', run('/usr/sbin/apache2', '-k', 'start')],
  ['apache', run('/opt/bitnami/apache/bin/httpd', '-f', '/opt/bitnami/apache/conf/httpd.conf')],
  ['apache', run('/var/lib/docker/overlay2/ab/merged/usr/local/apache2/bin/httpd', '-DFOREGROUND')],
  ['apache', run('/usr/sbin/httpd-prefork')],
  ['lighttpd', run('/usr/sbin/lighttpd', '-D', '-f', '/etc/lighttpd/lighttpd.conf')],
  ['caddy', run('/usr/bin/caddy', 'run')],
  ['hiawatha', run('/usr/sbin/hiawatha')],
  ['litespeed', run('/usr/local/lsws/bin/lshttpd.6.1')],
  ['apache', run('/usr/local/apache2/bin/httpd', '-DFOREGROUND')],
  ['busybox httpd', run('/bin/busybox', 'httpd', '-f')],
  ['uwsgi', run('/usr/bin/uwsgi-core', '--ini', 'app.ini')],
  ['php-fpm', titled('/usr/sbin/php-fpm8.2', 'php-fpm: pool www')],
  ['php-fpm', run('/opt/remi/php82/root/usr/sbin/php-fpm')],
  ['lsphp', run('/usr/local/lsws/lsphp81/bin/lsphp')],
  ['php-cgi', run('/usr/bin/php-cgi8.2')],
  ['php server', run('/usr/bin/php8.2', '-S', '0.0.0.0:8000', '-t', 'public')],
  ['fcgiwrap', run('/usr/sbin/fcgiwrap', '-f')],
  [
    'java server',
    run(
      '/usr/lib/jvm/java-17/bin/java',
      '-Dcatalina.base=/var/lib/tomcat10',
      'org.apache.catalina.startup.Bootstrap'
    ),
  ],
  ['java server', run('/usr/bin/java', '-jar', '/usr/share/jetty9/start.jar')],
  ['java server', run('/usr/bin/java', '-jar', 'shop.jar', '--server.port=8080')],
  ['java server', run('/usr/bin/java', '-jar', '/opt/wildfly/jboss-modules.jar')],
  ['java server', run('/usr/bin/java', '-Dweblogic.Name=AdminServer', 'weblogic.Server')],
  ['java server', run('/usr/bin/java', 'org.springframework.boot.loader.JarLauncher')],
  ['java program', run('/usr/bin/java', '-jar', '/srv/shop/shop.jar')],
  ['.NET server', run('/usr/bin/dotnet', '/srv/app/App.dll')],
  ['passenger', titled('/usr/bin/ruby3.1', 'Passenger RubyApp: /srv/redmine (production)')],
  ['gunicorn', titled('/usr/bin/python3.11', 'gunicorn: worker [shop.wsgi]')],
  ['python server', run('/usr/bin/python3.11', '/usr/bin/gunicorn', 'shop.wsgi')],
  ['python server', run('/usr/bin/python3.11', '/opt/app/venv/bin/uvicorn', 'app:app')],
  ['python server', run('/usr/bin/python3.11', '/usr/local/bin/flask', 'run')],
  ['python server', run('/usr/bin/python3.11', 'manage.py', 'runserver', '0.0.0.0:8000')],
  ['python program', run('/usr/bin/python3', '/srv/app/main.py')],
  ['puma', titled('/usr/bin/ruby3.1', 'unicorn worker[0] -c config/unicorn.rb')],
  ['passenger', run('/usr/lib/passenger/support-binaries/PassengerAgent', 'watchdog')],
  ['puma', titled('/usr/bin/ruby3.1', 'puma: cluster worker 0: 42 [redmine]')],
  ['node server', run('/usr/bin/node', '/srv/portal/server.cjs')],
  [
    'perl server',
    run('/usr/bin/perl', '/usr/share/webmin/miniserv.pl', '/etc/webmin/miniserv.conf'),
  ],
  ['service with pages', run('/usr/share/grafana/bin/grafana', 'server')],
  ['panel', titled('/usr/local/cpanel/cpsrvd', 'cpsrvd (SSL) - dormant mode')],
  [
    'java server',
    run('/usr/bin/java', '-Dzimbra.home=/opt/zimbra', 'org.eclipse.jetty.start.Main'),
  ],
  ['program in a web root', run('/app/shopd')],
  ['program in a web root', run('/var/www/api/bin/shopd')],
  ['program of a web account', { ...run('/usr/lib/front/webd'), user: 'www-data' }],
];

const OTHERS: readonly (readonly [string, Program])[] = [
  ['a shell', run('/usr/bin/bash')],
  ['cron', run('/usr/sbin/cron', '-f')],
  ['an editor', run('/usr/lib/vscode-server/node', '/home/bob/.vscode-server/out/server-main.js')],
  ['a package manager', run('/usr/bin/node', '/usr/bin/npm', 'run', 'build')],
  ['vite', run('/usr/bin/node', '/tmp/shop/node_modules/vite/bin/vite.js', 'build')],
  ['vitest', run('/usr/bin/node', '/tmp/shop/node_modules/vitest/dist/workers/forks.js')],
  ['tsx', run('/usr/bin/node', '/tmp/shop/node_modules/.bin/tsx', 'scripts/check.ts')],
  [
    'a script that tsx runs',
    run(
      '/usr/bin/node',
      '--require',
      '/tmp/shop/node_modules/tsx/dist/preflight.cjs',
      'scripts/check.ts'
    ),
  ],
  ['webpack', run('/usr/bin/node', '/tmp/shop/node_modules/webpack/bin/webpack.js')],
  ['esbuild', run('/usr/bin/node', '/tmp/shop/node_modules/esbuild/bin/esbuild')],
  ['playwright', run('/usr/bin/node', '/tmp/shop/node_modules/playwright/cli.js', 'test')],
  [
    'a build of Java',
    run(
      '/usr/bin/java',
      '-cp',
      '/opt/gradle/lib/gradle-launcher.jar',
      'org.gradle.launcher.daemon.bootstrap.GradleDaemon'
    ),
  ],
  [
    'Eclipse',
    run('/usr/bin/java', '-jar', '/opt/eclipse/plugins/org.eclipse.equinox.launcher_1.6.jar'),
  ],
  [
    'a script of a package',
    run('/usr/bin/python3', '/usr/share/unattended-upgrades/unattended-upgrade.py'),
  ],
  ['a script of PHP', run('/usr/bin/php8.2', '/srv/app/artisan', 'queue:work')],
  ['a compiler of .NET', run('/usr/bin/dotnet', '/usr/share/dotnet/sdk/8.0/MSBuild.dll')],
  ['a shell of a web account', { ...run('/usr/bin/dash', '-c', 'id'), user: 'www-data' }],
];

describe('findServer', () => {
  test.each(SERVERS)('knows %s: %j', (kind, program) => {
    expect(findServer(program)?.kind).toBe(kind);
  });

  test.each(OTHERS)('leaves %s alone', (_what, program) => {
    expect(findServer(program)).toBeUndefined();
  });

  test('says where only the place speaks for a server', () => {
    expect(findServer(run('/usr/bin/node', '/srv/portal/server.cjs'))?.isGuess).toBe(true);
    expect(findServer(run('/usr/sbin/nginx'))?.isGuess).toBe(false);
  });
});

describe('SERVER_CHILDREN_QUERY', () => {
  const toEvent = ({ executable, args, user }: Program) => ({
    index: 'i',
    id: executable,
    source: {
      '@timestamp': '2026-11-24T00:00:00.000Z',
      event: { category: ['process'], type: ['start'], action: 'exec' },
      host: { os: { type: 'linux' } },
      process: {
        parent: {
          executable,
          name: executable.slice(executable.lastIndexOf('/') + 1),
          args,
          user: { name: user },
        },
      },
    },
  });
  const query = parseEql(SERVER_CHILDREN_QUERY);

  test.each(SERVERS)('finds what %s starts: %j', (_kind, program) => {
    expect(searchEvents(query, [toEvent(program)])).toHaveLength(1);
  });

  test.each(OTHERS)('passes over what %s starts', (_what, program) => {
    expect(searchEvents(query, [toEvent(program)])).toHaveLength(0);
  });

  test('finds what a web account runs without a known parent', () => {
    const { source, ...address } = toEvent(run('x'));
    const lost = { ...source, process: {}, user: { name: 'www-data' } };
    expect(searchEvents(query, [{ ...address, source: lost }])).toHaveLength(1);
    expect(
      searchEvents(query, [{ ...address, source: { ...lost, user: { name: 'bob' } } }])
    ).toHaveLength(0);
  });

  test('fits into a rule’s parameters', () => {
    expect(SERVER_CHILDREN_QUERY.length).toBeLessThan(20_000);
  });

  const mapping = new URL(
    '../../../../shared/elastic_defend/process.mapping.json',
    import.meta.url
  );
  test.skipIf(!existsSync(mapping))(
    'names only fields that Elastic Defend maps, or optional ones',
    () => {
      const fields = fromMapping(JSON.parse(readFileSync(mapping, 'utf8')));
      expect(checkEql(query, fields)).toEqual([]);
    }
  );
});
