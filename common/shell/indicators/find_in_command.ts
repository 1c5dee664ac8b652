import type { ReadCommand } from '../command_reading';
import type { FoundIndicator } from './find_in_text';
import { isDomain } from './is_domain';
import { parseAddress } from './parse_address';
import { toPlainHost } from './to_plain_host';

/** Programs whose operands are hosts. */
const TAKES_HOSTS = new Set(
  'nc curl wget ping ping6 ssh scp sftp telnet ftp tftp dig nslookup host nmap traceroute rsync whois openssl mysql'.split(
    ' '
  )
);
const TAKES_PORT = new Set(['nc', 'telnet']);
/** Programs whose last operand is a user. */
const USER_OPERANDS = new Set(
  'su useradd adduser usermod userdel passwd chage id groups finger gosu su-exec'.split(' ')
);
const USER = /^[a-z_][a-z0-9_.-]{0,31}\$?$/i;

/** Finds what only the program tells: that `evil 4444` behind nc is a host and a port, that `root` behind su is a user. */
export const findInCommand = ({ program, args }: ReadCommand): readonly FoundIndicator[] => {
  const operands = args.filter((arg) => !arg.startsWith('-'));
  const found: FoundIndicator[] = [];
  if (TAKES_HOSTS.has(program)) {
    for (const operand of operands) found.push(...findHost(operand));
  }
  if (TAKES_PORT.has(program)) {
    for (const operand of operands.filter(isPort)) found.push({ kind: 'port', value: operand });
  }
  const user = USER_OPERANDS.has(program) ? operands.at(-1) : undefined;
  if (user !== undefined && USER.test(user)) found.push({ kind: 'user', value: user });
  return found;
};

const isPort = (text: string): boolean =>
  /^\d{1,5}$/.test(text) && Number(text) > 0 && Number(text) <= 65_535;

const findHost = (operand: string): readonly FoundIndicator[] => {
  const [, user, host = ''] = /^(?:([\w.-]{1,32})@)?([\w.-]{1,253})(?:[:/]|$)/.exec(operand) ?? [];
  const plain = toPlainHost(host);
  const found: FoundIndicator[] = user === undefined ? [] : [{ kind: 'user', value: user }];
  // One number is a port here, not an address in one number.
  if (/^\d+$/.test(host)) return found;
  if (parseAddress(plain) !== undefined) found.push({ kind: 'ipv4', value: plain });
  else if (
    isDomain(plain) &&
    !/\.(?:php|txt|sh|py|pl|conf|json|html?|log|gz|tgz|zip|xml|pem|key|jpe?g|png)$/.test(plain)
  ) {
    found.push({ kind: 'domain', value: plain });
  }
  return found;
};
