import type { IndicatorKind } from '../command_reading';
import { isDomain, isLikelyDomain } from './is_domain';
import { parseAddress } from './parse_address';
import { toPlainHost } from './to_plain_host';

export interface FoundIndicator {
  readonly kind: IndicatorKind;
  readonly value: string;
}

const URL =
  /\b(?:h(?:tt|xx)ps?|ftps?|sftp|tcp|udp|ldaps?|rmi|dns|ssh|git|gopher|telnet|wss?|smb|dict|tftp):\/\/[^\s'"`<>|\\^{}()[\]]*(?:\[[0-9a-f:.]{2,45}\][^\s'"`<>|\\^{}()[\]]*)?/gi;
const ADDRESS =
  /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\w)(?:["']?\s{0,3}[:,]\s{0,3}["']?(\d{1,5})(?![\d.]))?/g;
const LONG_ADDRESS =
  /(?<![\w:.])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,39}(?:\d{1,3}(?:\.\d{1,3}){3})?(?![\w:])/g;
const HOST_WITH_PORT = /(?<![\w.@-])([A-Za-z][A-Za-z0-9.-]{2,252}):(\d{1,5})(?![\w:.])/g;
const SOCKET_PORT =
  /\bsockaddr_in6?\s{0,3}\(\s{0,3}(\d{1,5})|\b(?:PeerPort|LocalPort)["']?\s{0,3}=>\s{0,3}["']?(\d{1,5})/g;
const DEVICE = /\/dev\/(?:tcp|udp)\/([^\s/'"`;&|<>()]{1,253})\/(\d{1,5})/g;
const NAME = /(?<![\w.@/$~-])[A-Za-z0-9][A-Za-z0-9.-]{2,251}[A-Za-z](?![\w(/=.-])/g;
const EMAIL = /(?<![\w.+@-])[\w.+-]{1,64}@([A-Za-z0-9.-]{3,253})(?![\w:@])/g;
/** Up to a blank, a sign or a closing quote: a path that quotes take apart is found once they are removed. */
const PATH =
  /(?<![\w.:/~*?$}\])-])(?:~[\w-]{0,32})?\/[^\s'"`;&|<>(){}\\,:=[\]]*(?=["'`]?(?:$|[\s;&|<>(){},:=[\]]))/g;
const USER =
  /\b(?:sudo|doas|runuser|crontab)[ \t][^;&|\n]{0,100}?(?:-u|--user)[ =]?[ \t]{0,3}([A-Za-z_][\w.-]{0,31})/g;
const HASH =
  /(?<![0-9A-Za-z])(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{128})(?![0-9A-Za-z])/g;
/** Files that every command line mentions. */
const PLAIN_PATH =
  /^\/(?:dev\/(?:null|stdin|stdout|stderr|fd|tcp|udp)\b.*|(?:usr\/(?:local\/)?)?s?bin\/[\w.+-]*|)$/;

/** Finds in a text what an analyst would search for: addresses, names of hosts, ports, files, hashes. */
export const findInText = (text: string): readonly FoundIndicator[] => {
  const found: FoundIndicator[] = [];
  const add = (kind: IndicatorKind, value: string | undefined): void => {
    if (value !== undefined && value !== '') found.push({ kind, value });
  };
  const addPort = (port: string | undefined): void => {
    if (port !== undefined && Number(port) > 0 && Number(port) <= 65_535)
      add('port', String(Number(port)));
  };
  const addHost = (host: string): void => {
    const plain = toPlainHost(host.replace(/^\[|\]$/g, ''));
    const version = parseAddress(plain)?.version;
    if (version !== undefined) add(version === 4 ? 'ipv4' : 'ipv6', plain);
    else if (isDomain(plain) || plain === 'localhost') add('domain', plain);
  };
  for (const [written] of text.matchAll(URL)) {
    const url = written.replace(/[.,;:!?&]+$/, '');
    const [, host = '', port] =
      /^[^:]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d{1,5}))?/.exec(url) ?? [];
    if (host === '') continue;
    add('url', url);
    addHost(host);
    addPort(port);
  }
  const rest = text.replace(URL, ' ');
  for (const [, host = '', port] of rest.matchAll(DEVICE)) {
    addHost(host);
    addPort(port);
  }
  for (const [match, port] of rest.matchAll(ADDRESS)) {
    const address = /^[\d.]+/.exec(match)?.[0] ?? '';
    if (parseAddress(address) === undefined) continue;
    add('ipv4', address);
    addPort(port);
  }
  for (const [address] of rest.matchAll(LONG_ADDRESS)) {
    if (address.length > 3 && parseAddress(address) !== undefined)
      add('ipv6', address.toLowerCase());
  }
  for (const [, host = '', port] of rest.matchAll(HOST_WITH_PORT)) {
    if (!isLikelyDomain(host) && host !== 'localhost') continue;
    addHost(host);
    addPort(port);
  }
  for (const [, first, second] of rest.matchAll(SOCKET_PORT)) addPort(first ?? second);
  for (const [email, host = ''] of rest.matchAll(EMAIL)) {
    if (!isDomain(host)) continue;
    add('email', email);
    addHost(host);
  }
  for (const [name] of rest.matchAll(NAME))
    if (isLikelyDomain(name)) add('domain', name.toLowerCase());
  for (const [path] of rest.matchAll(PATH)) {
    const plain = path.replace(/[.?!]+$/, '');
    if (plain.length <= 4_096 && !PLAIN_PATH.test(plain)) add('path', plain);
  }
  for (const [, user] of rest.matchAll(USER)) add('user', user);
  for (const [hash] of rest.matchAll(HASH)) add('hash', hash.toLowerCase());
  return found;
};
