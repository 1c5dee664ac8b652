import { isQuoted } from './is_quoted';
import type { SeenCommand } from './tree_reading';

/** Accounts that servers and databases run as; those of people and root are what an attacker asks for. */
const SERVICE_ACCOUNT =
  /^\^(?:www-data|apache|httpd?|nginx|lighttpd|caddy|tomcat\d*|php-fpm|mysql|mariadb|postgres|redis|mongodb?|memcached?|rabbitmq|elasticsearch|postfix|git|jenkins|zabbix|nagios):$/;

/**
 * `grep '^www-data:' /etc/passwd`: whether one service account is there, tied to the line's beginning, as programs ask it: by a shell
 * in quotes, or without one. What a script's shell ran shows no quotes.
 */
export const isOneAccountAsked = (command: SeenCommand): boolean => {
  const [pattern = '', file, ...others] = command.args.filter((arg) => !/^-[qscEi]+$/.test(arg));
  return (
    command.program === 'grep' &&
    SERVICE_ACCOUNT.test(pattern) &&
    (isHandedOver(command) || isQuoted(command, pattern)) &&
    /^\/etc\/(?:passwd|group)$/.test(file ?? '') &&
    others.length === 0
  );
};

const isHandedOver = ({ isStart, in: { place } }: SeenCommand): boolean =>
  isStart && place === 'typed';
