/**
 * Accounts that distributions make for web servers: Debian www-data, Red Hat apache and nginx, Arch http, SUSE wwwrun, those of
 * the packages of Java servers, Caddy and uWSGI, of Docker's node image and of panels. Patterns as in `ServerForm`.
 */
export const WEB_ACCOUNTS: readonly string[] = [
  'www-data',
  'apache',
  'nginx',
  'http',
  'httpd',
  'wwwrun',
  'lighttpd',
  'tomcat*',
  'jetty',
  'caddy',
  'uwsgi',
  'wildfly',
  'jboss',
  'jenkins',
  'confluence*',
  'jira*',
  'www',
  '_www',
  'web',
  'webapp',
  'node',
];
