import type { ServerForm } from './server_form';

/** Programs that speak HTTP themselves. Each entry names where the program's name is documented. */
export const WEB_SERVERS: readonly ServerForm[] = [
  // nginx.org/en/docs/control.html; openresty.org; tengine.taobao.org; angie.software; freenginx.org
  { kind: 'nginx', names: ['nginx', 'nginx-debug', 'tengine', 'angie', 'freenginx', 'nginx.old'] },
  { kind: 'openresty', names: ['openresty'] },
  // setproctitle of ngx_setproctitle.c: the title stays when the file is renamed
  { kind: 'nginx', args: ['nginx: worker process*', 'nginx: master process*'] },
  // httpd.apache.org/docs/2.4/programs/httpd.html; SUSE: httpd-prefork, httpd-worker, httpd-event
  {
    kind: 'apache',
    names: [
      'apache2',
      'apache',
      'httpd',
      'httpd-prefork',
      'httpd-worker',
      'httpd-event',
      'httpd.*',
    ],
  },
  // redmine.lighttpd.net/projects/lighttpd/wiki/Docs
  { kind: 'lighttpd', names: ['lighttpd', 'lighttpd-angel', 'lighttpd2'] },
  // caddyserver.com/docs/command-line; frankenphp.dev/docs
  { kind: 'caddy', names: ['caddy', 'frankenphp'] },
  // hiawatha.leisink.net/manpages/hiawatha
  { kind: 'hiawatha', names: ['hiawatha', 'cgi-wrapper'] },
  // docs.openlitespeed.org: lshttpd starts litespeed or openlitespeed
  { kind: 'litespeed', names: ['litespeed', 'openlitespeed', 'lshttpd', 'lshttpd.*', 'lswsctrl'] },
  // Debian's httpd packages: thttpd, mini-httpd, webfs, boa, cherokee, monkey, h2o, unit, micro-httpd, aolserver4
  {
    kind: 'small web server',
    names: [
      'thttpd',
      'mini_httpd',
      'micro_httpd',
      'micro-httpd',
      'webfsd',
      'boa',
      'cherokee',
      'cherokee-worker',
      'monkey',
      'h2o',
      'unitd',
      'uhttpd',
      'althttpd',
      'darkhttpd',
      'goahead',
      'appweb',
      'nostromo',
      'nhttpd',
      'yaws',
      'bozohttpd',
    ],
  },
  // busybox.net/downloads/BusyBox.html#httpd: the applet is an argument or the program's own name
  { kind: 'busybox httpd', names: ['busybox', 'busybox.*'], args: ['httpd', '*/httpd'] },
  // uwsgi-docs.readthedocs.io: also a server of CGI and PHP
  { kind: 'uwsgi', names: ['uwsgi', 'uwsgi-core', 'uwsgi_python*', 'uwsgi-*'] },
  // docs of gitea, forgejo, gogs: Go programs with their own HTTP server
  {
    kind: 'code forge',
    names: ['gitea', 'forgejo', 'gogs', 'gitlab-workhorse', 'gitlab-workhorse-*'],
  },
  // docs of grafana, minio, traefik, postgrest, hhvm, shiny-server, cockpit: services with a web interface of their own
  {
    kind: 'service with pages',
    names: [
      'grafana',
      'grafana-server',
      'minio',
      'traefik',
      'postgrest',
      'hhvm',
      'shiny-server',
      'cockpit-ws',
      'cockpit-bridge',
    ],
  },
  // docs of cPanel, Plesk, DirectAdmin, aaPanel, Synology, QNAP, Fortinet and Zyxel: pages of panels and appliances
  {
    kind: 'panel',
    names: [
      'cpsrvd*',
      'sw-engine*',
      'directadmin',
      'BT-Panel',
      '1panel*',
      'synoscgi*',
      '_thttpd_',
      'zhttpd',
      'httpsd',
    ],
  },
  // Go, Rust and C programs put below a web root; see also the interpreters in script_servers.ts
  {
    kind: 'program in a web root',
    paths: [
      '/var/www/*',
      '/srv/www/*',
      '/srv/http/*',
      '/usr/share/nginx/*',
      '*/public_html/*',
      '*/htdocs/*',
      // where images of containers keep the one program they are for
      '/app/*',
      '/usr/src/app/*',
    ],
    isGuess: true,
  },
];
