import { isCutOut } from '../reading/pipes/is_cut_out';
import { isOneAccountAsked } from '../reading/is_one_account_asked';
import { isReader, isShown, isTakenOut, toReadPaths } from '../reading/read_files';
import { seeIf } from './sign_rule';
import type { SeenCommand } from '../reading/tree_reading';
import type { SignRule } from './sign_rule';

const SHADOW =
  /\/etc\/(?:g?shadow-?|sudoers(?:\.d\b.*)?|security\/opasswd|master\.passwd|krb5\.keytab)$/;
const ACCOUNTS = /\/etc\/(?:passwd-?|group-?)$/;
const NAMED_ACCOUNTS = /^(?:\S*[=:@,"'.])?\/*(\/etc\/(?:passwd|shadow))$/;
const KEYS =
  /(?:^|\/)(?:\.ssh(?:\/.*)?|id_(?:rsa|dsa|ecdsa|ed25519)\S*|authorized_keys\d?|known_hosts|\.aws(?:\/.*)?|\.kube(?:\/.*)?|\.docker\/config\.json|\.git-credentials|\.netrc|\.pgpass|\.my\.cnf|\.mylogin\.cnf|\.gnupg(?:\/.*)?|\.s3cfg|\.boto|\.config\/gcloud(?:\/.*)?|credentials(?:\.json|\.xml|\.yml)?|\.npmrc|\.pypirc|\.vault-token|\.azure(?:\/.*)?|\.htpasswd|master\.key|[\w.-]*(?:service[-_]?account|adminsdk)[\w.-]*\.json|[\w.-]+\.tfstate(?:\.backup)?|\.?vault[-_]pass\w*|secrets?\.(?:ya?ml|json|txt|toml|xml)|[\w.-]*(?:private|secret)[\w.-]*\.(?:key|pem)|[\w.-]+\.(?:kdbx?|ppk|pfx|p12|jks|keystore|ovpn))$|\/etc\/(?:ssl\/private|ssh\/ssh_host)|\/run\/secrets\/|\/etc\/kubernetes\/|\/var\/lib\/kubelet\//i;
const PRIVATE_KEY = /\.key$|(?:^|\/)privkey\w*\.pem$/i;
const HISTORY = /(?:^|\/)\.\w*_?history$|\.viminfo$|\.mysql_history|\.python_history|\.lesshst/;
const CONFIG =
  /(?:^|\/)(?:wp-config\S*|config(?:uration)?(?:\.\w+)*\.(?:php\d?|inc|ya?ml|json|ini|xml|py|js|toml|conf|bak|properties|cfg|rb)|settings(?:\.\w+)*\.(?:php|py|json|ya?ml|ini)|local(?:settings|\.xml|conf)\S*|\.env(?:\.\w+)?|env\.php|parameters\.ya?ml|database\.(?:ya?ml|php|json)|db(?:_?conf(?:ig)?|connect|conn|_settings)?\.(?:php|inc|ini|py|json|ya?ml)|conn(?:ect(?:ion)?)?\.(?:php|inc|asp|jsp)|application(?:-\w+)?\.(?:properties|ya?ml)|appsettings\S*\.json|web\.(?:config|xml)|context\.xml|server\.xml|tomcat-users\.xml|standalone(?:-\w+)?\.xml|jetty\S*\.xml|hibernate\.cfg\.xml|jdbc\.properties|log4j\S*|my\.cnf|php\.ini|pg_hba\.conf|redis\.conf|nginx\.conf|httpd\.conf|apache2\.conf|\.?htaccess|credentials?\.php|secrets?\.php|passwords?\.\w+|common\.inc\.php|config_inc\.php|main\.inc\.php|defaults?\.inc\.php|bootstrap\.php|global\.php|sites-(?:enabled|available)(?:\/\S*)?|\.git\/config|docker-compose(?:\.\w+)*\.ya?ml|compose\.ya?ml)$|(?:^|\/)[\w.-]*(?:conf|setting|secret|passw|credential|database)[\w.-]*\.(?:php\d?|inc|py|rb|js|ya?ml|ini|json|xml|properties|cnf|txt|bak|old)$|\/sites-(?:enabled|available)\/|\/conf\.d\//i;
const PROCESS_FILE =
  /^\/proc\/(?:\d+|self|\*|\$\w+|1)\/(?:environ|cmdline|maps|mem|fd|cwd|root|exe|status|mountinfo)\b|^\/proc\/net\/(?:tcp|udp|unix|raw|arp|route|fib_trie)\d?$|^\/proc\/(?:sched_debug|kcore|kallsyms)$/;
/** Memory and disks past their files. */
const DISK = /^\/dev\/(?:k?mem|[sv]d[a-z]\d*|nvme\w+|dm-\d+)$/;

const SECRET_WORDS =
  /passw|\bpass\b|passwd|pwd\b|secret|credential|api[_-]?key|apikey|token|private[_-]?key|BEGIN.*PRIVATE|db_(?:user|pass|name|host)|AKIA|ghp_|glpat-|xox[bp]-|mysqli?_connect|jdbc|access[_-]?key|smtp_|define\(.?DB|\bAWS_/i;

const TEXTS =
  /^\/(?!etc\/|home\/|root\/).*\/(?:lang(?:uages?)?|locales?|translations?|i18n|l10n|docs?|messages|help|templates|views)(?:\/|$)/;
const MACHINE_FOLDER =
  /^\/(?:etc|home|root|opt|usr|var(?:\/(?:www(?:\/html)?|lib|backups|mail))?)?\/?\*?$/;

/** Reads of what opens the next door. */
export const SECRET_SIGNS: readonly SignRule[] = [
  {
    id: 'account_file_read',
    technique: 'T1087.001',
    inCommand: (command) => {
      const { program, args, text } = command;
      if (program === 'getent' && /^(?:passwd|shadow|group)$/.test(args[0] ?? '')) {
        // Who may do more than others.
        const isOfAdmins =
          !command.isPipedInto &&
          /^(?:sudo|wheel|admin|adm|docker|lxd|shadow)$/.test(args[1] ?? '');
        return seeIf(
          true,
          args[0] === 'shadow' ? 90 : args.length === 1 || isOfAdmins ? 74 : 20,
          text
        );
      }
      // `text:/etc/passwd`, `movie=/etc/passwd`, `HEAD:../../etc/passwd`: whatever the program makes of it.
      const named = args
        .map((arg) => NAMED_ACCOUNTS.exec(arg)?.[1] ?? '')
        .find((path) => path !== '');
      if (!isReader(command) && named === undefined) return undefined;
      const paths = [...toReadPaths(command), ...(named === undefined ? [] : [named])];
      if (paths.some((path) => SHADOW.test(path))) return seeIf(true, 94, text);
      // `grep -q '^www-data:' /etc/passwd` asks for one account.
      const isOne = /grep$/.test(program) && args.some((arg) => /^["']?\^?[\w-]+:/.test(arg));
      return seeIf(
        paths.some((path) => ACCOUNTS.test(path)),
        isOne ? 30 : 86,
        text
      );
    },
    inLayer: ({ language, text }) =>
      seeIf(
        language === 'shell'
          ? /<\s*\/etc\/(?:passwd|shadow)/.test(text)
          : language !== 'text' && /["'`\s/]etc\/(?:passwd|shadow)/.test(text),
        84,
        text
      ),
  },
  {
    id: 'key_read',
    technique: 'T1552.004',
    inCommand: (command) => {
      // openssl and web servers are handed keys by their options; only what shows a file reads it here.
      const paths = isReader(command) && command.program !== 'openssl' ? toReadPaths(command) : [];
      // The other half of a pair shows that one has this one.
      const isHalfShown =
        command.program === 'ssh-keygen' &&
        command.args.includes('-y') &&
        command.args.some((arg) => KEYS.test(arg));
      const isKey =
        isHalfShown ||
        paths.some((path) => KEYS.test(path) || PRIVATE_KEY.test(path)) ||
        (/^gpg2?$/.test(command.program) &&
          command.args.some((arg) => /^--export-secret-(?:sub)?keys?$/.test(arg)));
      // Programs that keep keys ask in colons, or of a ring of their own.
      const isRingShown =
        /^gpg2?$/.test(command.program) &&
        /(?:^|\s)(?:--list-secret-keys|-K)\b/.test(command.args.join(' ')) &&
        !command.args.some((arg) =>
          /^--(?:with-colons|batch|homedir|no-default-keyring)/.test(arg)
        );
      return (
        seeIf(
          isKey,
          command.program === 'ls' || command.program === 'stat' ? 80 : 90,
          command.text
        ) ?? seeIf(isRingShown, 74, command.text)
      );
    },
  },
  {
    id: 'history_read',
    technique: 'T1552.003',
    inCommand: (command) =>
      seeIf(
        (isReader(command) && toReadPaths(command).some((path) => HISTORY.test(path))) ||
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
        (isShown(command) || isTakenOut(command)) &&
          toReadPaths(command).some((path) => CONFIG.test(path)),
        82,
        command.text
      ),
  },
  {
    id: 'secret_search',
    technique: 'T1552.001',
    programs: /^(?:grep|egrep|fgrep|rg|ag|ack|zgrep|findstr|find|locate|fd|mlocate|plocate)$/,
    inCommand: (command) => {
      const {
        program,
        args,
        wrappers,
        text,
        in: { place },
      } = command;
      if (place === 'program') return undefined;
      const joined = args.join(' ');
      if (/^(?:grep|egrep|fgrep|rg|ag|ack|zgrep|findstr)$/.test(program)) {
        // `api[_-]?key` is written for one of them.
        const words = joined.replace(/\[[^\]]{0,9}\]\??|\.\*/g, '');
        const isWide =
          wrappers.includes('find') ||
          /^-\w*[rR]|--include|\/\*/.test(joined) ||
          /\s-\w*[rR]/.test(joined);
        return (
          seeIf(
            (SECRET_WORDS.test(joined) || SECRET_WORDS.test(words)) && !isOneAccountAsked(command),
            isWide && !isInTexts(command) ? 88 : 46,
            text
          ) ??
          // All files of a folder of the machine, whatever the word.
          seeIf(isWide && args.some((arg) => MACHINE_FOLDER.test(arg)), 74, text)
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
    inCommand: (command) => {
      const { program, args, text } = command;
      const isDumped =
        (/^(?:gdb|strace|ltrace)$/.test(program) && args.includes('-p')) ||
        /^(?:gcore|debugfs)$/.test(program) ||
        (program === 'jmap' && args.some((arg) => arg.startsWith('-dump')));
      if (isDumped) return seeIf(true, 82, text);
      if (!isReader(command)) return undefined;
      const paths = toReadPaths(command);
      if (isShown(command) && paths.some((path) => DISK.test(path))) return seeIf(true, 82, text);
      if (!paths.some((path) => PROCESS_FILE.test(path))) return undefined;
      const isOfProgram = (isCutOut(command) && !isOfEnvironment(command)) || isStateOfOne(command);
      return seeIf(true, isOfProgram ? 30 : 82, text);
    },
  },
];

/** `grep -rl token /srv/app/lang`: a word as the page says it, among what translators and writers work at. */
const isInTexts = ({ args }: SeenCommand): boolean => {
  const paths = args.filter((arg) => !arg.startsWith('-') && arg.includes('/'));
  return paths.length > 0 && paths.every((path) => TEXTS.test(path));
};

/** What a process was started with holds its passwords, whatever is cut out of it. */
const isOfEnvironment = (command: SeenCommand): boolean =>
  toReadPaths(command).some((path) => /^\/proc\/.*\/(?:environ|mem|maps)$/.test(path));

/** How one process fares that is known by its number: who came in asks his own (`self`), the first, or all. */
const isStateOfOne = (command: SeenCommand): boolean => {
  const paths = toReadPaths(command).filter((path) => path.startsWith('/proc/'));
  return paths.every((path) => /^\/proc\/(?!1\/)\d+\/(?:cmdline|status|fd|exe|cwd)\/?$/.test(path));
};

/** The names a search is for; where it searches says nothing. */
const toNames = (args: readonly string[]): string =>
  args.filter((_, at) => /^-i?(?:name|path|regex|wholename)$/.test(args[at - 1] ?? '')).join(' ');
