/**
 * Accounts that distributions make for web servers: Debian www-data, Red Hat apache and nginx, Arch http, SUSE wwwrun, and those
 * of Java servers' packages. Patterns as in `ServerForm`.
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
];
