import { isQuoted } from './is_quoted';
import type { SeenCommand } from './tree_reading';

/** Accounts that servers and databases run as; those of people and root are what an attacker asks for. */
const SERVICE_ACCOUNT =
  /^\^(?:www-data|apache|httpd?|nginx|lighttpd|caddy|tomcat\d*|php-fpm|mysql|mariadb|postgres|redis|mongodb?|memcached?|rabbitmq|elasticsearch|postfix|git|jenkins|zabbix|nagios):$/;

/**
 * `grep '^www-data:' /etc/passwd`: whether one service account is there, tied to the line's beginning; by a shell in quotes, as
 * programs write it.
 */
export const isOneAccountAsked = (command: SeenCommand): boolean => {
  const [pattern = '', file, ...others] = command.args.filter((arg) => !/^-[qscEi]+$/.test(arg));
  return (
    command.program === 'grep' &&
    SERVICE_ACCOUNT.test(pattern) &&
    (command.isStart || isQuoted(command, pattern)) &&
    /^\/etc\/(?:passwd|group)$/.test(file ?? '') &&
    others.length === 0
  );
};
