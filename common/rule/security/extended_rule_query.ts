import { SERVER_CHILDREN_QUERY } from '../../detection';

const SHELLS = ['sh', 'dash', 'bash', 'ash', 'zsh', 'ksh*', 'mksh', 'csh', 'tcsh', 'busybox'];

/** Programs that a web application hardly starts by itself, and an intruder does. */
const PROGRAMS = [
  ...['whoami', 'id', 'uname', 'hostname', 'w', 'who', 'last', 'groups', 'getent', 'printenv'],
  ...[
    'ifconfig',
    'ip',
    'netstat',
    'ss',
    'arp',
    'route',
    'ps',
    'pstree',
    'lsof',
    'mount',
    'df',
    'lscpu',
  ],
  ...[
    'nc',
    'ncat',
    'netcat',
    'nc.*',
    'socat',
    'telnet',
    'nmap',
    'ssh',
    'scp',
    'ftp',
    'tftp',
    'dig',
  ],
  ...[
    'curl',
    'wget',
    'chmod',
    'chattr',
    'crontab',
    'useradd',
    'passwd',
    'sudo',
    'su',
    'nohup',
    'setsid',
  ],
  ...[
    'find',
    'cat',
    'ls',
    'nslookup',
    'mysqldump',
    'iptables',
    'sysctl',
    'head',
    'tail',
    'base64',
    'xxd',
    'gcc',
    'mkfifo',
    'dd',
  ],
];

/** What stands in a line that a shell is given. */
const WORDS = [
  ...[
    '*whoami*',
    '* id',
    '*id;*',
    '*;id*',
    '*id *&*',
    '*uname*',
    '*hostname*',
    '*ifconfig*',
    '*ip a*',
    '*netstat*',
  ],
  ...[
    '*ss -*',
    '*ps aux*',
    '*ps -e*',
    '*/etc/passwd*',
    '*/etc/shadow*',
    '*/etc/*release*',
    '*/proc/*',
    '*.ssh*',
  ],
  ...[
    '*/dev/tcp/*',
    '*/dev/udp/*',
    '*mkfifo*',
    '*bash -i*',
    '*sh -i*',
    'nc *',
    '* nc *',
    '*;nc *',
    '*|nc *',
    '*ncat*',
    '*socat*',
    '*telnet *',
  ],
  ...[
    '*curl *',
    '*wget *',
    '*base64*',
    '*xxd*',
    '*eval*',
    '*python* -c*',
    '*perl -e*',
    '*php -r*',
    '*ruby -e*',
  ],
  ...[
    '*chmod *',
    '*>/tmp/*',
    '*> /tmp/*',
    '* /tmp/*',
    '*/dev/shm*',
    '*/var/tmp*',
    '*crontab*',
    '*nohup*',
    '*sudo *',
    '*find / *',
    '*-perm*',
  ],
  ...[
    '*cat *',
    '*ls *',
    '*printenv*',
    '*grep -r*',
    '*nslookup *',
    '*ping -c*',
    '*popen(*',
    '*system(*',
    '*system$*',
    '*<?php*',
    '*grep -R*',
    '*;pwd;*',
    '*tar c*',
    '*iptables*',
    '*sysctl *',
    '*/var/log/*',
    '/tmp/*',
    '*mysqldump*',
    '*history*',
    '*wp-config*',
    '*.env*',
    '*$(*',
    '*${IFS}*',
    '*\\\\x*',
  ],
];

const toList = (patterns: readonly string[]): string =>
  patterns.map((pattern) => JSON.stringify(pattern)).join(', ');

/** Programs that web servers start as scripts: what these start was not started by the server itself. */
const SCRIPTS = ['*/cgi-bin/*', '*.cgi', '*.fcgi', '*.pl', '*.php', '*/www/*'];

/**
 * The extended rule as far as one event query goes: what a server or one of its scripts starts, by its program or by the line
 * that a shell is given. It knows neither trees nor what is usual, so it finds less and flags more.
 */
export const EXTENDED_RULE_EVENT_QUERY = `process where (${SERVER_CHILDREN_QUERY.slice('process where '.length)} or (
    host.os.type == "linux" and event.type == "start" and event.action in ("exec", "exec_event") and
    process.parent.args : (${toList(SCRIPTS)})
  )) and (
    process.name : (${toList(PROGRAMS)}) or
    (process.name : (${toList(SHELLS)}) and process.command_line : (${toList(WORDS)}))
  )`;
