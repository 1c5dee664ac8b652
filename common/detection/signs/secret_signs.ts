import { toAbsolute, toOperands } from '../reading/command_facts';
import type { SeenCommand } from '../reading/tree_reading';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

/** Programs that show or copy a file's contents. */
const READERS =
  /^(?:cat|tac|head|tail|less|more|most|nl|pr|fold|rev|strings|grep|egrep|fgrep|zgrep|rg|ag|awk|sed|cut|sort|uniq|paste|dd|cp|mv|tar|zip|7z|gzip|xxd|od|hexdump|hd|base64|base32|openssl|curl|wget|nc|vi|vim|nano|ed|view|bat|diff|cmp|wc|file|stat|ls|find|tee|scp|rsync|ln|php|perl|python\d?|ruby|read|source|mapfile|comm|join|expand|column|iconv|bzip2|xz|split|look|uuencode|ul|mail|sendmail|<)$/;
const isReader = ({ program, redirections }: SeenCommand): boolean =>
  READERS.test(program) || redirections.some(({ op }) => op === '<');

const SHADOW =
  /\/etc\/(?:g?shadow-?|sudoers(?:\.d\b.*)?|security\/opasswd|master\.passwd|krb5\.keytab)$/;
const ACCOUNTS = /\/etc\/(?:passwd-?|group-?)$/;
const KEYS =
  /(?:^|\/)(?:\.ssh(?:\/.*)?|id_(?:rsa|dsa|ecdsa|ed25519)\S*|authorized_keys\d?|known_hosts|\.aws(?:\/.*)?|\.kube(?:\/.*)?|\.docker\/config\.json|\.git-credentials|\.netrc|\.pgpass|\.my\.cnf|\.mylogin\.cnf|\.gnupg(?:\/.*)?|\.s3cfg|\.boto|\.config\/gcloud(?:\/.*)?|credentials(?:\.json|\.xml|\.yml)?|\.npmrc|\.pypirc|\.vault-token|\.azure(?:\/.*)?|\.htpasswd|master\.key|secrets?\.(?:ya?ml|json|txt|toml|xml)|[\w.-]*(?:private|secret)[\w.-]*\.(?:key|pem)|[\w.-]+\.(?:kdbx?|ppk|pfx|p12|jks|keystore|ovpn))$|\/etc\/(?:ssl\/private|ssh\/ssh_host)|\/run\/secrets\/|\/etc\/kubernetes\/|\/var\/lib\/kubelet\//i;
const PRIVATE_KEY = /\.key$|(?:^|\/)privkey\w*\.pem$/i;
const HISTORY = /(?:^|\/)\.\w*_?history$|\.viminfo$|\.mysql_history|\.python_history|\.lesshst/;
const CONFIG =
  /(?:^|\/)(?:wp-config\S*|config(?:uration)?(?:\.\w+)*\.(?:php\d?|inc|ya?ml|json|ini|xml|py|js|toml|conf|bak|properties|cfg|rb)|settings(?:\.\w+)*\.(?:php|py|json|ya?ml|ini)|local(?:settings|\.xml|conf)\S*|\.env(?:\.\w+)?|env\.php|parameters\.ya?ml|database\.(?:ya?ml|php|json)|db(?:_?conf(?:ig)?|connect|conn|_settings)?\.(?:php|inc|ini|py|json|ya?ml)|conn(?:ect(?:ion)?)?\.(?:php|inc|asp|jsp)|application(?:-\w+)?\.(?:properties|ya?ml)|appsettings\S*\.json|web\.(?:config|xml)|context\.xml|server\.xml|tomcat-users\.xml|standalone(?:-\w+)?\.xml|jetty\S*\.xml|hibernate\.cfg\.xml|jdbc\.properties|log4j\S*|my\.cnf|php\.ini|pg_hba\.conf|redis\.conf|nginx\.conf|httpd\.conf|apache2\.conf|\.?htaccess|credentials?\.php|secrets?\.php|passwords?\.\w+|common\.inc\.php|config_inc\.php|main\.inc\.php|defaults?\.inc\.php|bootstrap\.php|global\.php|sites-(?:enabled|available)(?:\/\S*)?)$|(?:^|\/)[\w.-]*(?:conf|setting|secret|passw|credential|database)[\w.-]*\.(?:php\d?|inc|py|rb|js|ya?ml|ini|json|xml|properties|cnf|txt|bak|old)$|\/sites-(?:enabled|available)\/|\/conf\.d\//i;
const SOURCE =
  /\.(?:php\d?|phtml|inc|jsp|jspx|java|class|py|rb|pl|cgi|aspx?|cs|js|ts|go|sql|sqlite3?|db|bak|old|orig|save|swp)$/i;
const SYSTEM_FILE =
  /^\/(?:etc|root|home|boot|var\/(?:log|mail|spool|backups|lib)|opt|usr\/local\/etc)(?:\/|$)/;
const HARMLESS_SYSTEM_FILE =
  /^\/etc\/(?:timezone|localtime|hostname|debian_version|machine-id|mime\.types|os-release|lsb-release)$|^\/var\/lib\/(?:dbus|dpkg|misc|php|\w+\/(?:cache|tmp))\b/;
const PROCESS_FILE =
  /^\/proc\/(?:\d+|self|\*|\$\w+|1)\/(?:environ|cmdline|maps|mem|fd|cwd|root)\b|^\/proc\/net\/(?:tcp|udp|arp|fib_trie)\d?$/;

const SECRET_WORDS =
  /passw|\bpass\b|passwd|pwd\b|secret|credential|api[_-]?key|apikey|token|private[_-]?key|BEGIN.*PRIVATE|db_(?:user|pass|name|host)|mysqli?_connect|jdbc:|access[_-]?key|smtp_|define\(.?DB|\bAWS_/i;

/** Reads of what opens the next door. */
export const SECRET_SIGNS: readonly SignRule[] = [
  {
    id: 'account_file_read',
    technique: 'T1087.001',
    inCommand: (command) => {
      const {
        program,
        args,
        text,
        in: { place },
      } = command;
      if (program === 'getent' && /^(?:passwd|shadow|group)$/.test(args[0] ?? '')) {
        return seeIf(true, args[0] === 'shadow' ? 90 : args.length === 1 ? 74 : 20, text);
      }
      if (!isReader(command)) return undefined;
      const paths = toPaths(command);
      if (paths.some((path) => SHADOW.test(path))) return seeIf(true, 94, text);
      // `grep -q '^www-data:' /etc/passwd` asks for one account.
      const isOne = /grep$/.test(program) && args.some((arg) => /^["']?\^?[\w-]+:/.test(arg));
      return seeIf(
        paths.some((path) => ACCOUNTS.test(path)),
        isOne ? 30 : place === 'program' ? 50 : 86,
        text
      );
    },
    inLayer: ({ language, text }) =>
      seeIf(
        language !== 'shell' && language !== 'text' && /["'`\s/]etc\/(?:passwd|shadow)/.test(text),
        84,
        text
      ),
  },
  {
    id: 'key_read',
    technique: 'T1552.004',
    inCommand: (command) => {
      // openssl and web servers are handed keys by their options; only what shows a file reads it here.
      const paths = isReader(command) && command.program !== 'openssl' ? toPaths(command) : [];
      const isKey = paths.some((path) => KEYS.test(path) || PRIVATE_KEY.test(path));
      return seeIf(
        isKey,
        command.program === 'ls' || command.program === 'stat' ? 80 : 90,
        command.text
      );
    },
  },
  {
    id: 'history_read',
    technique: 'T1552.003',
    inCommand: (command) =>
      seeIf(
        (isReader(command) && toPaths(command).some((path) => HISTORY.test(path))) ||
          (command.program === 'history' && !command.args.includes('-c')),
        86,
        command.text
      ),
  },
  {
    id: 'config_read',
    technique: 'T1552.001',
    inCommand: (command) =>
      seeIf(
        isShown(command) && toPaths(command).some((path) => CONFIG.test(path)),
        82,
        command.text
      ),
  },
  {
    id: 'source_read',
    technique: 'T1005',
    inCommand: (command) =>
      seeIf(
        isShown(command) && toPaths(command).some((path) => SOURCE.test(path)),
        74,
        command.text
      ),
  },
  {
    id: 'system_file_read',
    technique: 'T1083',
    inCommand: (command) => {
      if (!isShown(command)) return undefined;
      // Where the server stands is its own place: only a path that leaves it is the system's.
      const written = command.args.filter(
        (arg) => arg.startsWith('/') || arg.includes('..') || arg.startsWith('~')
      );
      const found = toPaths(command).find(
        (path) =>
          (written.length > 0 || command.redirections.length > 0) &&
          SYSTEM_FILE.test(path) &&
          !HARMLESS_SYSTEM_FILE.test(path)
      );
      if (found === undefined || command.in.place === 'program') return undefined;
      // A panel shows the end of a log it names; nobody's panel shows /root.
      const isLog =
        /^\/var\/log\/(?!auth|secure|[wb]tmp|lastlog|audit)|^\/(?!var\/log\/).*\/log\/[^/]+\.log$/.test(
          found
        ) && command.program === 'tail';
      return seeIf(
        true,
        isLog ? 36 : /^\/etc\/(?:resolv\.conf|hosts|fstab)$/.test(found) ? 62 : 74,
        command.text
      );
    },
  },
  {
    id: 'secret_search',
    technique: 'T1552.001',
    inCommand: (command) => {
      const {
        program,
        args,
        text,
        in: { place },
      } = command;
      if (place === 'program') return undefined;
      const joined = args.join(' ');
      if (/^(?:grep|egrep|fgrep|rg|ag|ack|zgrep|findstr)$/.test(program)) {
        return seeIf(
          SECRET_WORDS.test(joined),
          /^-\w*[rR]|--include|\/\*/.test(joined) || /\s-\w*[rR]/.test(joined) ? 88 : 46,
          text
        );
      }
      const isFileSearch = /^(?:find|locate|fd|mlocate|plocate)$/.test(program);
      const isForSecrets =
        /id_[rd]sa|\.pem|\.key|\.kdbx|\.env\b|wp-config|config|passw|secret|credential|\.htpasswd|\.bash_history|\.git\b|\.sql|\.bak|backup|\.ssh|\.conf|shadow|\.p12|\.pfx|settings/i.test(
          program === 'find' ? toNames(args) : joined
        );
      return seeIf(
        isFileSearch && isForSecrets && !/-delete|-mtime \+|-m?min \+/.test(joined),
        78,
        text
      );
    },
  },
  {
    id: 'process_memory_read',
    technique: 'T1003.007',
    inCommand: (command) =>
      seeIf(
        (isReader(command) && toPaths(command).some((path) => PROCESS_FILE.test(path))) ||
          (/^(?:gdb|gcore|strace|ltrace)$/.test(command.program) && command.args.includes('-p')),
        command.in.place === 'program' ? 30 : 82,
        command.text
      ),
  },
  {
    id: 'database_read',
    technique: 'T1213',
    inCommand: ({ program, args, text }) => {
      const joined = args.join(' ');
      if (program === 'redis-cli')
        return seeIf(
          /config\s+set|slaveof|replicaof|module\s+load|save|keys|eval/i.test(joined),
          80,
          text
        );
      if (!/^(?:mysql|mariadb|psql|sqlite3|mongo|mongosh|mongodump|sqlcmd|cqlsh)$/.test(program))
        return undefined;
      const isCurious =
        /show\s+(?:databases|tables|grants)|information_schema|from\s+\S*(?:user|account|admin|member|customer|card|wp_users)|load_file|into\s+outfile|pg_(?:shadow|read_file)|\\(?:dt|l|du|d)\b|listDatabases|\.(?:tables|schema)\b|copy\s.*program|\\!/i.test(
          joined
        );
      return seeIf(isCurious, 76, text);
    },
  },
  {
    id: 'file_read',
    technique: 'T1005',
    inCommand: (command) => {
      const {
        program,
        isPipedInto,
        text,
        in: { place },
      } = command;
      const isSaved = command.redirections.some(({ op, fd }) => op.includes('>') && fd === 1);
      const isPlain =
        !isSaved &&
        /^(?:cat|tac|head|tail|less|more|nl|strings|xxd|od|hexdump)$/.test(program) &&
        place !== 'program';
      const operands = toPaths(command).filter(
        (path) =>
          !/^\/(?:proc|sys|dev)\/|\.(?:pid|lock)$|\/VERSION$/.test(path) &&
          !HARMLESS_SYSTEM_FILE.test(path)
      );
      return seeIf(
        isPlain && operands.length > 0 && !/^\d+$/.test(operands[0] ?? ''),
        isPipedInto ? 30 : program === 'tail' ? 34 : 58,
        text
      );
    },
  },
];

/** The names a search is for; where it searches says nothing. */
const toNames = (args: readonly string[]): string =>
  args.filter((_, at) => /^-i?(?:name|path|regex|wholename)$/.test(args[at - 1] ?? '')).join(' ');

const SHOWS =
  /^(?:cat|tac|head|tail|less|more|nl|strings|grep|egrep|fgrep|awk|sed|cut|sort|xxd|od|hexdump|base64|base32|rev|pr|vi|vim|nano|curl|php|dd|bat|fold|paste|view)$/;

/** It puts the file's contents where its caller reads them. */
const isShown = ({ program, args, in: { place }, redirections }: SeenCommand): boolean =>
  place !== 'program' &&
  (SHOWS.test(program) || redirections.some(({ op }) => op === '<')) &&
  !redirections.some(({ op, fd }) => op.includes('>') && fd === 1) &&
  !(/grep$/.test(program) && args.some((arg) => /^-\w*[qcl]/.test(arg))) &&
  !(program === 'sed' && args.some((arg) => /^-\w*i/.test(arg))) &&
  !(program === 'php' && !args.some((arg) => /^-[swn]+$/.test(arg)));

/** What is no file: an address, a program of awk or sed, a pattern of grep. */
const toFileOperands = (command: SeenCommand): string[] => {
  const operands = toOperands(command).filter((arg) => !/^\w+:\/\/|[{}();|\n]/.test(arg));
  const hasPattern = /^(?:e|f|z)?grep$|^[mg]?awk$|^sed$|^rg$|^ag$/.test(command.program);
  return hasPattern && operands.length > 1 ? operands.slice(1) : operands;
};

/** Operands and input redirections, absolute where that is known; `file=@/etc/passwd` names a file too. */
const toPaths = (command: SeenCommand): string[] =>
  [
    ...toFileOperands(command).flatMap((arg) => [arg, ...[/[@=](\/.+)$/.exec(arg)?.[1] ?? '']]),
    ...command.args.flatMap((arg) => [/^-[\w-]+=(.*\/.*)$/.exec(arg)?.[1] ?? '']),
    ...command.redirections.filter(({ op }) => op === '<').map(({ target }) => target),
  ]
    .filter((path) => path !== '')
    .map((path) => toAbsolute(path.replace(/\/{2,}/g, '/').replace(/\/\.(?=\/)/g, ''), command))
    .map((path) => resolveParents(path));

/** `/var/www/../../etc/passwd` is /etc/passwd. */
const resolveParents = (path: string): string => {
  if (!path.includes('..')) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const resolved = parts.join('/');
  return resolved.startsWith('/') ? resolved : `/${resolved}`;
};
