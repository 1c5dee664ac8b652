const KNOWN_PROGRAMS = (
  'sh bash dash zsh ksh cat tac head tail more less nl od xxd strings sort uniq cut awk sed grep find ls dir id whoami ' +
  'who w uname hostname pwd env printenv ps top netstat ss ip ifconfig arp route lsof mount df du last curl wget nc ' +
  'ncat socat telnet ssh scp ftp tftp ping nslookup dig host python python2 python3 perl php ruby node lua gcc cc make ' +
  'tar gzip gunzip zip unzip base64 base32 openssl chmod chown chattr cp mv rm mkdir mkfifo touch tee dd echo printf ' +
  'rev tr xargs nohup setsid sudo su passwd useradd usermod crontab at systemctl service kill pkill sleep date which ' +
  'busybox env exec getent groups lsb_release dmesg history stat file readlink realpath'
).split(' ');

/**
 * The program that `wh?ami` or `/???/b?n/c?t` most likely stands for, as its path; undefined when none is known.
 * @param names where something else than a program is meant
 */
export const findByGlob = (
  pattern: string,
  names: readonly string[] = KNOWN_PROGRAMS
): string | undefined => {
  const slash = pattern.lastIndexOf('/');
  const test = toTest(pattern.slice(slash + 1));
  const name = test && names.find((candidate) => test(candidate));
  return name === undefined ? undefined : pattern.slice(0, slash + 1) + name;
};

/** Names are short, and so is a pattern that means one: a longer one is not tried. */
const MAX_PATTERN = 64;
const MAX_STARS = 3;

const toTest = (pattern: string): ((name: string) => boolean) | undefined => {
  const stars = pattern.split('*').length - 1;
  // `*` and `?*` stand for everything, so for no program.
  if (pattern.length > MAX_PATTERN || stars > MAX_STARS || !/[a-z]/i.test(pattern))
    return undefined;
  const source = pattern.replace(
    /\[([!^]?)([\w-]+)\]|\*|\?|[^\w]/g,
    (sign, not?: string, set?: string) => {
      if (set !== undefined) return `[${not ? '^' : ''}${set.replace(/-/g, '\\-')}]`;
      if (sign === '*') return '.*';
      return sign === '?' ? '.' : `\\${sign}`;
    }
  );
  const expression = new RegExp(`^${source}$`);
  return (name) => expression.test(name);
};
