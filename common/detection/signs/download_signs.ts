import { findUrl, toAbsolute, toWrittenFiles } from '../reading/command_facts';
import { isQuoted } from '../reading/is_quoted';
import { isHiddenPath, isServedCode, isWritablePath } from '../reading/paths';
import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { isRunAfter } from './downloads/is_run_after';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const DOWNLOADERS =
  /^(?:curl|wget|wget2|fetch|lwp-download|lwp-request|GET|axel|aria2c|lynx|links|elinks|w3m|tftp|ftpget|ftp|lftp|http|https|httpie|get|certutil|smbget|bitsadmin|hget)$/;
export const isDownloader = ({ program }: Pick<SeenCommand, 'program'>): boolean =>
  DOWNLOADERS.test(program);

/** What fetches a page to make a picture or a document of it does so for whoever names the page. */
const FETCHERS = new RegExp(
  `${DOWNLOADERS.source}|^(?:wkhtmlto\\w+|chromium(?:-browser)?|google-chrome\\S*|headless_shell|weasyprint|phantomjs|ff(?:mpeg|probe)|convert|magick|git)$`
);
const CALLERS = new RegExp(`${DOWNLOADERS.source}|^(?:ping|nslookup|dig|host|nc|telnet|getent)$`);
/** Services that show somebody that a command ran: out-of-band testers and request catchers. */
const CALLBACK_HOSTS =
  /(?:interact\.sh|oast\.\w+|oastify\.com|burpcollaborator\.net|dnslog\.\w+|ceye\.io|requestbin|webhook\.site|pipedream\.net|canarytokens\.com|dnsbin|xss\.ht|eyes\.sh|callback\.red|hookbin|beeceptor|postb\.in|ngrok(?:-free)?\.\w+|trycloudflare\.com|serveo\.net|localhost\.run|loca\.lt|bxss\.me)/i;
/** Places where anybody may put a file without a name. */
const FILE_HOSTS =
  /(?:pastebin\.com|paste\.ee|hastebin|ghostbin|transfer\.sh|temp\.sh|0x0\.st|ix\.io|termbin\.com|file\.io|anonfiles|bashupload|oshi\.at|raw\.githubusercontent\.com|gist\.github|cdn\.discordapp|gofile\.io|catbox\.moe|ufile\.io|dpaste|rentry\.co|tmpfiles\.org|sendspace|mega\.nz|\.onion\b|gsocket\.io|discord\.com\/api\/webhooks|api\.telegram\.org)/i;
const RANDOM_LABEL =
  /(?:^|[\s/@.])(?=[a-z\d]{0,40}\d[a-z\d]{0,40}[a-z])(?=[a-z\d]{0,40}[a-z][a-z\d]{0,40}\d)(?![a-z]{1,40}-?\d{1,4}\.)[a-z\d]{8,60}\.[\w-]{1,63}\.\w{2,}/;
const OWN_ADDRESS_HOSTS =
  /(?:ifconfig\.(?:me|co|io)|ipinfo\.io|icanhazip\.com|ident\.me|ipecho\.net|api\.ipify\.org|checkip\.|ip\.sb|myip\.|ip-api\.com|ipv4\.|whatismyip|myexternalip|wtfismyip|myip\.opendns)/i;
/** Where a machine in a cloud is told who it is, by address or by the variable that holds it. */
const METADATA_HOSTS =
  /169\.254\.169\.254|169\.254\.170\.2|metadata\.google\.internal|100\.100\.100\.200|\[?fd00:ec2::254|\$\{?(?:ECS_CONTAINER_METADATA_URI|AWS_CONTAINER_CREDENTIALS|IDENTITY_ENDPOINT|MSI_ENDPOINT)/;
const LOCAL =
  /^["']?(?:\w+:\/\/)?(?:[\w.-]+@)?(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?:[:/]|$)/i;
/** Names without a dot, and the endings of inside networks. */
const INTERNAL_NAME =
  /^["']?\w+:\/\/(?:[^/@]*@)?(?:[\w-]+|[\w.-]+\.(?:local|internal|lan|svc|intra|corp|home\.arpa))(?::\d+)?(?:\/|$)/i;
const BY_ADDRESS =
  /^["']?(?:\w+:\/\/)?(?:\d{1,3}\.){3}\d{1,3}|0x[0-9a-f]{8}|\/\/\d{8,10}(?:[:/]|$)/i;

/** What applications fetch to read it, not to run it. */
const DATA_FILE =
  /\.(?:xml|json|csv|rss|atom|pdf|jpe?g|png|gif|webp|svg|mp[34]|zip|ics|txt|html?|sql\.gz|mmdb|gz|gpg|asc|crt)$/i;
/** What is fetched to be run. */
const PROGRAM_FILE = /\.(?:sh|py|pl|rb|elf|exe|ps1|so|jar|war)(?:\?|["']?$)/i;
/** Pages that services have for whoever watches them; a file that is brought has another name. */
const HEALTH_PAGE =
  /^["']?(?:https?:\/\/)?[^/?\s]+\/(?:[\w-]{1,30}\/){0,4}[\w-]{0,30}(?:health|status|ping|ready|live|alive|heartbeat|version|metrics)(?:z|check|iness)?\/?(?:\?[\w=&-]{0,80})?["']?$/i;
/** Pages that lead further into a network: consoles, stores of secrets, settings left open. */
const CONTROL_PAGE =
  /\/(?:manager\/(?:html|text)|host-manager|jmx-console|web-console|script(?:Text)?|actuator\/(?:env|heapdump|beans|mappings)|heapdump|v1\/(?:agent\/self|kv\/|secret)|v2\/keys|api\/v1\/(?:pods|secrets|namespaces)|containers\/json|_cat\/indices|_all_dbs|solr\/admin|phpmyadmin|\.env|\.git\/config|server-info|druid\/index|nacos\/)(?:[/?"']|$)/i;
/** Where containers, clusters and their stores take orders, and where nobody speaks as pages do. */
const CONTROL_PORT =
  /^["']?(?:https?:\/\/)?[\w.-]+:(?:22|25|2375|2376|2379|3306|5432|6379|6443|10250|10255|11211|27017)(?:\/|["']?$)/i;
const FRONT_PAGE_INSIDE =
  /^["']?https?:\/\/(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+(?::\d+)?\/?["']?$/;
const PRIVATE_ADDRESS = /\/\/(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;

/** Tools fetched from outside, and commands that only tell somebody that they ran. */
export const DOWNLOAD_SIGNS: readonly SignRule[] = [
  {
    id: 'download_run',
    technique: 'T1105',
    programs: DOWNLOADERS,
    inCommand: (command, tree) => seeIf(isRunAfter(command, tree), 95, command.text),
    inLayer: ({ language, text }) =>
      seeIf(
        language !== 'shell' &&
          language !== 'text' &&
          /urlopen|requests\.get|urlretrieve|file_get_contents\(\s*["']https?:|Net::HTTP|LWP|https?\.get\(/.test(
            text
          ) &&
          /\bexec\(|eval|os\.system|subprocess|popen|chmod/.test(text),
        93,
        text
      ),
  },
  {
    id: 'download_staged',
    technique: 'T1105',
    programs: DOWNLOADERS,
    inCommand: (command) => {
      if (findUrl(command) === undefined) return undefined;
      const files = toWrittenFiles(command).map((path) => toAbsolute(path, command));
      if (files.some(isServedCode)) return seeIf(true, 90, command.text);
      if (isTemporary(files) || files.some((path) => DATA_FILE.test(path))) return undefined;
      const isStaged = files.some((path) => isWritablePath(path) || isHiddenPath(path));
      return seeIf(isStaged || isSavedInWritableFolder(command, files), 84, command.text);
    },
  },
  {
    id: 'callback',
    technique: 'T1190',
    programs: CALLERS,
    inCommand: ({ args, text }) => {
      const joined = args.join(' ');
      return (
        seeIf(CALLBACK_HOSTS.test(joined), 93, text) ??
        seeIf(FILE_HOSTS.test(joined), 80, text) ??
        // A label nobody would name a machine by: it tells which of many tries came through.
        seeIf(RANDOM_LABEL.test(joined), 80, text) ??
        // A look-up that carries what another command said.
        seeIf(/[`$]\(?\s*(?:whoami|id|hostname|uname|cat|pwd|ls|env)\b/.test(joined), 93, text)
      );
    },
  },
  {
    id: 'cloud_metadata',
    technique: 'T1552.005',
    programs: FETCHERS,
    inCommand: (command) => seeIf(METADATA_HOSTS.test(command.args.join(' ')), 90, command.text),
  },
  {
    id: 'own_address',
    technique: 'T1016',
    inCommand: (command) =>
      seeIf(
        (isDownloader(command) || command.program === 'dig') &&
          OWN_ADDRESS_HOSTS.test(command.args.join(' ')),
        // Software that keeps a name up to date asks too, in full and with its answer for itself.
        command.args.some((arg) => isQuoted(command, arg))
          ? 10
          : command.args.some((arg) => arg.startsWith('https:'))
            ? 50
            : 74,
        command.text
      ),
  },
  {
    id: 'download',
    technique: 'T1105',
    programs: DOWNLOADERS,
    inCommand: (command, tree) => {
      const url = findUrl(command);
      // What to fetch stands in a file that anybody could have put there.
      const isByList = command.args.some(
        (arg, at) =>
          /^(?:-i|-K|--input-file|--config)$/.test(command.args[at - 1] ?? '') &&
          isWritablePath(arg)
      );
      if (isByList) return seeIf(true, 76, command.text);
      if (url === undefined) return undefined;
      const weight = toAddressWeight(command, url, tree);
      // busybox is what droppers fall back on; packages call the programs themselves.
      return seeIf(
        true,
        command.wrappers.includes('busybox') ? Math.max(weight, 74) : weight,
        command.text
      );
    },
  },
];

const toAddressWeight = (command: SeenCommand, url: string, tree: TreeReading): number => {
  // No page at all, but a service that is spoken to through the back.
  if (/^["']?(?:gopher|dict|telnet|tftp):/i.test(url)) return 78;
  if (CONTROL_PORT.test(url) && !HEALTH_PAGE.test(url)) return 78;
  if (LOCAL.test(url)) {
    if (!CONTROL_PAGE.test(url) || HEALTH_PAGE.test(url)) return 22;
    return isQuoted(command, url) ? 40 : 74;
  }
  if (/^["']?https?:\/\/kubernetes\.default\b/.test(url)) return 76;
  const isByFtp = /^['"]?s?ftp:|^ftp\./.test(url);
  if (INTERNAL_NAME.test(url) || (isByFtp && !BY_ADDRESS.test(url))) return 30;
  if (CONTROL_PAGE.test(url)) return 76;
  if (isHealthCheck(command, url)) return 38;
  // The front page of a machine inside, asked by who has nothing to ask it for; programs ask without a progress bar.
  if (FRONT_PAGE_INSIDE.test(url) && !isBounded(command) && !isQuoted(command, url))
    return isSilent(command) ? 52 : 74;
  const isBrought =
    (isKept(command) && !DATA_FILE.test(url) && !isReadByServer(command, tree)) ||
    PROGRAM_FILE.test(url);
  if (BY_ADDRESS.test(url)) return isInside(command, url) && !isBrought ? 44 : 74;
  if (isBrought) return 74;
  // A server that somebody put up for the occasion.
  if (/^["']?http:\/\/[^/]+:\d{4,5}(?:\/|$)/.test(url)) return 74;
  // The front page of a host, asked without an option: to see whether it arrives.
  if (
    command.args.length === 1 &&
    !isQuoted(command, url) &&
    /^(?:https?:\/\/)?[^/]+\/?$/.test(url)
  )
    return 74;
  // A program quotes what it was given, and waits only so long.
  return /^["']?https:/.test(url) || (isBounded(command) && isQuoted(command, url)) ? 38 : 52;
};

const isBounded = ({ args }: SeenCommand): boolean =>
  args.some((arg) => /^(?:-m\d*|--max-time|--connect-timeout|-T|--timeout)(?:=|$)/.test(arg));

const isSilent = ({ args }: SeenCommand): boolean =>
  args.some((arg) => /^-\w*[sfq]|^--(?:silent|fail|quiet)$/.test(arg));

/** `curl -sf -m 2 …/health`: whether a service answers, asked by who waits only so long or wants the code alone. */
const isHealthCheck = (command: SeenCommand, url: string): boolean =>
  HEALTH_PAGE.test(url) &&
  (isBounded(command) ||
    command.args.some((arg) => /^-\w*I$|^--(?:head|spider)$|%\{http_code\}/.test(arg)));

/** What is fetched becomes a file. */
const isKept = (command: SeenCommand): boolean => {
  const files = toWrittenFiles(command).filter((path) => path !== '-' && !path.startsWith('/dev/'));
  if (files.length > 0) return !files.some((path) => DATA_FILE.test(path));
  const { program, args } = command;
  if (program === 'curl') return args.some((arg) => /^-\w*O\w*$|^--remote-name/.test(arg));
  if (/^(?:fetch|axel|aria2c|lwp-download)$/.test(program)) return true;
  return (
    program === 'wget' &&
    !args.some((arg) => /^-\w*O|^--output-document|^--spider|^-\w*qO-?/.test(arg))
  );
};

/** `-o /tmp/phpA1b2C3`: a file that PHP named (`tempnam`) and reads itself, as no other command of the tree touches it. */
const isReadByServer = (command: SeenCommand, tree: TreeReading): boolean => {
  const files = toWrittenFiles(command);
  return (
    files.length > 0 &&
    files.every((path) => /^\/tmp\/php[A-Za-z\d]{6}$/.test(path)) &&
    tree.commands.every(
      (other) => other === command || !other.args.some((arg) => files.includes(arg))
    )
  );
};

/** A service of the company's own, asked with values by a program that quotes them. */
const isInside = (command: SeenCommand, url: string): boolean =>
  PRIVATE_ADDRESS.test(url) || (isQuoted(command, url) && /\?\w+=/.test(url));

/** `cd /tmp; wget …`, or a folder given by `-P`. */
const isSavedInWritableFolder = (command: SeenCommand, files: readonly string[]): boolean => {
  const { args, program, folder = '' } = command;
  const isSaved = program !== 'curl' || args.some((arg) => /^-\w*O/.test(arg));
  const folders = [
    folder,
    ...args.filter((_, at) => /^(?:-P|--directory-prefix|--output-dir)$/.test(args[at - 1] ?? '')),
  ];
  return isSaved && files.length === 0 && folders.some(isWritablePath);
};

/** Applications fetch into files they name themselves: `/tmp/magick-3Fa9`, `/tmp/phpX3aZ`. */
const isTemporary = (files: readonly string[]): boolean =>
  files.length > 0 &&
  files.every((path) => /\/(?:php\w{6}|magick-\S+|tmp[\w.-]{6,}|\w+\.tmp)$/.test(path));
