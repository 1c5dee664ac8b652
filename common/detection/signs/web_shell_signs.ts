import { toOperands } from '../reading/command_facts';
import { findNext } from '../reading/pipes/find_next';
import { isCutOut } from '../reading/pipes/is_cut_out';
import { isQuoted } from '../reading/is_quoted';
import { isServedCode } from '../reading/paths';
import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { isAnswer } from './web_shells/is_answer';
import { isOwnWork } from './web_shells/is_own_work';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

/** A word made to be found again in a page: letters and digits mixed, or marks around a word. */
const TOKEN =
  /^["']?(?:[a-f0-9]{5,}|(?=\w*\d)(?=\w*[a-zA-Z])[\w-]{5,}|[A-Z]{5,12}|[^\w\s./'"-]{1,4}[\w-]{1,24}[^\w\s./'"-]{1,4}|\[[SE]\]|-{2,}[\w=-]*-{2,})["']?$/;
/** Programs that pages hand a visitor's word to: what follows such a command was put there by the visitor. */
const HANDED_OVER =
  /^(?:ping6?|nslookup|dig|host|whois|traceroute6?|tracepath|mtr|convert|identify|mogrify|ffmpeg|ffprobe|wkhtmltopdf|exiftool|file|tar|zip|unzip|git|svn|nmap|curl|wget|sendmail|mail|pdftotext|gs|lp|lpr|fping|snmpget|snmpwalk|openssl|arping|composer|rrdtool|youtube-dl|yt-dlp|mysqldump|ls|grep|find|echo|cat|df|du)$/;
const QUESTION =
  /^(?:whoami|id|uname|hostname|pwd|ls|ps|env|printenv|ifconfig|ip|netstat|ss|w|who|last|cat|head|tail|curl|wget|nc|ncat|bash|sh|python\d?|perl|php|sleep|ping|nslookup|dig|echo|base64|touch|rm|find|awk|expr|printf|node|ruby|busybox|telnet)$/;
/** Programs of these that have no language of their own, in which such marks would stand. */
const TAKES_NAMES =
  /^(?:ping6?|nslookup|dig|host|whois|traceroute6?|tracepath|mtr|convert|identify|mogrify|ffmpeg|ffprobe|wkhtmltopdf|exiftool|file|tar|zip|unzip|git|nmap|pdftotext|gs|lp|lpr|fping|snmpget|snmpwalk|arping|yt-dlp)$/;
/** `127.0.0.1;id`: a mark of the shell with a command behind it, inside one word. */
const COMMAND_IN_WORD = new RegExp(
  `(?:[;|\n\`]|&&|\\$\\()\\s*${QUESTION.source.slice(1, -1)}(?=[\\s;|&)\`"']|$)`
);

const IS_MEASURED = /(?:\$\(|`)\s*(?:whoami|id|hostname|uname|pwd|ls|ps|env|printenv)\b/;
/** `bios_date: `, by which a program that wrote the line takes the answers apart. */
const LABEL = /^["']?[\w ]{2,40}[:=] ?["']?$/;
const IS_ITSELF = /(?:^|\s)(?:127\.0\.0\.\d{1,3}|localhost|::1|0)(?:\s|$)/;

/** Forms that only tools between an attacker and a server write. */
export const WEB_SHELL_SIGNS: readonly SignRule[] = [
  {
    // Clients cut the answer out between two marks: `cd "/var/www";id;echo a1b2c;pwd;echo d3e4f`.
    id: 'web_shell_marker',
    technique: 'T1505.003',
    inTree: (tree) => {
      for (const start of tree.starts) {
        const commands = tree.commands.filter(
          (command) => command.in === start && !command.isPipedFrom
        );
        const marks = commands.filter(isMark);
        const last = commands.at(-1);
        const isFramed =
          marks.length >= 2 &&
          marks.at(-1) === last &&
          commands.some((command) => !isMark(command) && command !== commands[0]);
        const isPlaced =
          marks.length >= 1 &&
          commands.some(({ program }) => program === 'pwd') &&
          commands.some(({ program }) => program === 'cd');
        if (isFramed || isPlaced) return { weight: 92, what: start.start.args.at(-1) ?? '', start };
      }
      return undefined;
    },
  },
  {
    id: 'injection_probe',
    technique: 'T1190',
    programs: /^(?:echo|printf|expr|touch|sleep|ping|timeout)$/,
    // Scanners measure the answer to a yes or no in time.
    inLayer: ({ kind, language, text }) =>
      // A function without a name, as old shells ran what stood behind it (CVE-2014-6271).
      seeIf(
        language === 'shell' && /(?:^|['"=\s])\(\)\s*\{\s*:?\s*;?\s*\}\s*;/.test(text),
        90,
        text
      ) ??
      // Before or behind it stood the page's own command.
      seeIf(
        language === 'shell' && kind === 'script' && /^ *(?:;|&&?|\|\|?) *\w|\s#\s*$/.test(text),
        84,
        text
      ) ??
      // A name to be looked up far away, as loggers once did (CVE-2021-44228).
      seeIf(/\$\{\s*jndi\s*:/i.test(text), 90, text) ??
      seeIf(
        language === 'shell' &&
          /\$\{#\w{1,40}\}[\s\S]{0,400}\bsleep\b|\bif\b[\s\S]{1,400}\bthen\b\s*sleep\s/.test(text),
        90,
        text
      ),
    inCommand: (command, tree) => {
      const {
        program,
        args,
        text,
        operator,
        in: { place, reading },
        isStart,
      } = command;
      const joined = args.join(' ');
      if (program === 'echo' || program === 'printf') {
        const isSum = /\$\(\(\s*\d+\s*[-+*/%]\s*\d+\s*\)\)|`?expr \d|\d{3,}\s*[*+]\s*\d{3,}/.test(
          layerText(command)
        );
        const isAlone =
          reading.commands.length <= (isStart ? 1 : 2) &&
          !command.isPipedInto &&
          command.redirections.every(({ target }) => /^\d$/.test(target));
        // `printf "%d" 0x2f61`: a number that only who computed it can show.
        const isConverted =
          program === 'printf' && /^\W*%[dxo]\W* (?:0x[\da-f]+|\d+)$/i.test(joined);
        return (
          seeIf(isSum, 84, text) ??
          seeIf(isConverted && isAlone, 78, text) ??
          // A known word through a known function: the answer shows who computed it.
          seeIf(isHashed(command), 78, text) ??
          seeIf(
            isAlone && args.length > 0,
            TOKEN.test(joined) || isSettingAsked(joined)
              ? // Which shell people have here, libraries ask too.
                joined === '$SHELL'
                ? 60
                : 78
              : // Whether a shell can be started at all, programs ask too.
                isAnswer(joined)
                ? 44
                : args.some((arg) => isQuoted(command, arg))
                  ? 60
                  : 74,
            text
          )
        );
      }
      if (program === 'expr')
        return seeIf(/^\d+ \\?[*+/%x-] \d+$/.test(joined) && isOnly(command, tree), 76, text);
      // `touch /tmp/poc` shows whoever can see the folder that it worked.
      if (program === 'touch')
        return seeIf(
          args.some(
            (arg) =>
              (/^\/(?:tmp|var\/tmp|dev\/shm|.*\/(?:html|htdocs|www|webapps|ROOT))\/[\w-]+(?:\.txt)?$/.test(
                arg
              ) ||
                // Code of a page is changed, not touched.
                (isServedCode(arg) && !isQuoted(command, arg))) &&
              !/lock|pid|stamp|last|run|cron|flag|mainten|cache|ready|done|reload/i.test(arg)
          ),
          isOnly(command, tree) ? 75 : 56,
          text
        );
      // `sleep 5 && echo ok`: the wait is what is asked for.
      const isTold =
        program === 'sleep' &&
        place === 'typed' &&
        tree.commands.every((other) => /^(?:sleep|echo|printf|(?:ba|da)?sh)$/.test(other.program));
      // How long it takes tells a letter, or how many.
      if (program === 'sleep' && IS_MEASURED.test(joined)) return seeIf(true, 90, text);
      // Answers that come late tell as much as answers that come.
      if (program === 'sleep')
        return seeIf(
          place === 'typed' || tree.commands.length < 4,
          // A pause of a second is not to be told from a slow page.
          (isTold || isOnly(command, tree)) && !/^(?:[01]|\d\.\d+)s?$/.test(joined) ? 74 : 30,
          text
        );
      // Without a count it never ends: no program asks so. Nor does one ask the machine itself ten times, or after another ping.
      if (program === 'ping') {
        const isOfItself = IS_ITSELF.test(joined);
        const count = Number(/-[cni]\s*(\d+)/.exec(joined)?.[1] ?? 0);
        return (
          seeIf(isOfItself && (count >= 5 || operator !== ''), 76, text) ??
          seeIf((isOfItself && count > 1) || /^[\w.:-]+$/.test(joined), 74, text)
        );
      }
      return seeIf(program === 'timeout' && joined === '', 30, text);
    },
  },
  {
    id: 'injected_command',
    technique: 'T1190',
    programs: TAKES_NAMES,
    // The page quoted the word or used no shell, so that nothing ran; but somebody tried.
    inCommand: ({ args, text }) =>
      seeIf(
        args.some((arg) => COMMAND_IN_WORD.test(arg)),
        84,
        text
      ),
    inTree: (tree) => {
      for (const start of tree.starts) {
        if (start.place === 'program') continue;
        const commands = tree.commands.filter(
          (command) => command.in === start && !isShellItself(command)
        );
        const [first, ...others] = commands;
        // A command that is nothing but another one's answer: it was put where a word should stand.
        const isInPlaceOfWord =
          first !== undefined && first.args.length === 0 && /^(?:\$\(|`)/.test(first.path);
        if (isInPlaceOfWord || isRowOfSettings(commands))
          return { weight: 76, what: first?.text ?? '', start };
        if (
          first === undefined ||
          !HANDED_OVER.test(first.program) ||
          // A label before an answer.
          (first.program === 'echo' && first.args.some((arg) => LABEL.test(arg))) ||
          toOperands(first).length === 0
        )
          continue;
        // After the page's own command another one begins: by `;`, `|`, `&`, a new line, or inside `$(…)`.
        const added = others.find(
          (command) =>
            QUESTION.test(command.program) &&
            (command.layer !== first.layer || isAppended(command)) &&
            command.program !== first.program &&
            !isOwnWork(command, first)
        );
        if (added !== undefined) return { weight: 74, what: added.text, start };
      }
      return undefined;
    },
  },
];

/** `echo $PATH; echo $USER`: a row of questions that need no program. */
const isRowOfSettings = (commands: readonly SeenCommand[]): boolean =>
  commands.length >= 2 &&
  commands.every(
    ({ program, args, redirections }) =>
      program === 'echo' &&
      redirections.length === 0 &&
      args.some((arg) => /^\$\{?[A-Z_]+\}?$|^\$[0$?]$/.test(arg))
  );

/** `echo $USER`: a question that needs no program. */
const isSettingAsked = (words: string): boolean =>
  /^\$\{?(?:HOME|USER|SHELL|LOGNAME|HOSTNAME|PWD|0)\}?$/.test(words);

const isMark = ({ program, args }: SeenCommand): boolean =>
  (program === 'echo' || program === 'printf') &&
  args.length > 0 &&
  args.every((arg) => arg.startsWith('-') || TOKEN.test(arg) || /^\$\(\(|^["']*$/.test(arg));

const isHashed = (command: SeenCommand): boolean => {
  const { program = '', stage = 0 } = findNext(command) ?? {};
  if (!command.args.every((arg) => /^-|^[\w]{3,}$/.test(arg))) return false;
  if (!/^(?:md5|sha\d+)sum$/.test(program)) return /^(?:rev|wc|cksum|base64|xxd)$/.test(program);
  // A script that needs the sum takes it out of its line: `| sha256sum | cut -d' ' -f1`; or one of the longer, of the word alone.
  const isTaken = isCutOut({ ...command, stage });
  return !isTaken && !(command.args[0] === '-n' && program !== 'md5sum');
};

const isShellItself = ({ isStart, program, args }: SeenCommand): boolean =>
  isStart && /sh$/.test(program) && args.some((arg) => /^-\w*c$/.test(arg));

const isAppended = ({ operator, isPipedFrom, program }: SeenCommand): boolean =>
  /^(?:;|&|&&)$/.test(operator) ||
  isPipedFrom ||
  // `ping x || whoami`: no other way to what the page's own command was to find out.
  (operator === '||' && /^(?:whoami|id|ifconfig|env|printenv)$/.test(program));

const layerText = ({ in: { reading }, layer, text }: SeenCommand): string =>
  reading.layers[layer]?.text ?? text;

const isOnly = (command: SeenCommand, tree: TreeReading): boolean =>
  tree.commands.every(
    (other) =>
      other.program === command.program ||
      isShellItself(other) ||
      (other.isStart && other.in.start.entityId === tree.tree.root.entityId)
  );
