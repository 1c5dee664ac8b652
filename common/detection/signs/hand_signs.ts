import { isInterpreter, toOperands, toWrittenFiles } from '../reading/command_facts';
import { HABITS } from '../grading/habits';
import type { SeenCommand } from '../reading/tree_reading';
import { isInShellScript } from '../reading/is_in_shell_script';
import { isQuoted } from '../reading/is_quoted';
import { isWritablePath } from '../reading/paths';
import { weighLookup } from './lookups/lookups';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const INSTALLERS =
  /^(?:apt|apt-get|aptitude|yum|dnf|apk|zypper|pacman|snap|dpkg|rpm|brew|cpan|go|cargo)$/;
const CLOUD_TOOLS =
  /^(?:aws|gcloud|gsutil|az|doctl|oci|aliyun|coscli|ossutil\d*|mc|s3cmd|s5cmd|rclone|vault|heroku|terraform|pulumi|helm|ec2-metadata)$/;
/** What deploys ask of them, day by day. */
const OF_DEPLOYS =
  /^(?:terraform (?!state|output|show|console)|pulumi (?!stack|config)|helm (?!get\b)|\w+ (?:.* )?(?:create-invalidation|put-metric-data|put-log-events|publish|send-email|send-message|presign)\b)/;
const OF_WINDOWS =
  /^(?:ipconfig|tasklist|systeminfo|cmd|cmd\.exe|powershell(?:\.exe)?|netsh|ver|wmic|schtasks|certutil|rundll32|reg|nltest|dsquery|nbtstat|getmac|driverquery|quser|qwinsta|gpresult|cscript|mshta|bitsadmin|icacls|vssadmin|type\b.*\\)$/i;
/** Samba has a program of this name too, with other words. */
const NET_OF_WINDOWS = /^(?:user|localgroup|group|view|use|accounts|start|stop|session|config)$/i;

/** Programs whose own language has such marks. */
const USES_MARKS =
  /^(?:find|test|\[|expr|awk|jq|sed|(?:ba|da|z|k|a)?sh|convert|magick|ffmpeg|gs|xargs|perl|ruby|php|python[\d.]*|node|env|timeout|cut|sort|paste|column|join|tr|csv\w*|xsv|mlr)$/;

/** Programs that are handed paths and have no language of their own. */
const TAKES_PATHS =
  /^(?:ls|dir|cat|tac|head|tail|less|more|rm|cp|mv|chmod|chown|stat|wc|du|file|strings)$/;
/** A visitor's file may have a star or a dollar in its name, but hardly where a pattern has it. */
const isForShell = (arg: string): boolean =>
  /^(?!-)(?:.*\/)?(?:\*|[\w.-]*\*(?:\.\w+)?$)|^~|\$[A-Z_]{2,}(?:\/|$)/.test(arg);

/** What people do who can't see the screen of the machine they type at. */
export const HAND_SIGNS: readonly SignRule[] = [
  {
    // Where a page shows no answer, it is kept in a file and fetched.
    id: 'answer_kept',
    technique: 'T1074.001',
    inCommand: (command) => {
      const isQuestion =
        !/^(?:date|df|du|ps|free|uptime|find|nproc|cat|head|echo|which|command|type)$/.test(
          command.program
        );
      const isKept = command.redirections.some(
        ({ op, fd, target }) =>
          op.includes('>') && fd === 1 && !target.startsWith('/dev/') && !/^\d$/.test(target)
      );
      // Programs keep the one value they need; who else keeps an answer wants to fetch it.
      const weight = weighLookup(command);
      return seeIf(isQuestion && isKept && weight > 0, weight < 34 ? 30 : 76, command.text);
    },
  },
  {
    id: 'software_brought',
    technique: 'T1105',
    inCommand: ({ program, args, text }) => {
      const joined = args.join(' ');
      const isInstalled =
        INSTALLERS.test(program) &&
        args
          .slice(0, 4)
          .some(
            (arg) =>
              /^(?:install|reinstall|add|get|-[iU]\w*|--install)$/.test(arg) ||
              (program === 'pacman' && /^-S[yu]*$/.test(arg))
          );
      // Unpacked where nobody looks.
      const isUnpacked =
        ((program === 'tar' && /^-?\w*x/.test(args[0] ?? '')) ||
          /^(?:unzip|7z|unrar|gunzip)$/.test(program)) &&
        args.some((arg) => /^\/(?:dev\/shm|var\/tmp)(?:\/|$)|^\/tmp\/?$/.test(arg));
      // For the machine, not for an application with a list of its own.
      const isForAll =
        (program === 'npm' &&
          args.some((arg) => /^(?:-g|--global)$/.test(arg)) &&
          args.length > 2) ||
        (program === 'gem' && args.length > 1);
      const isAdded = isForAll && /^(?:i|install|add)$/.test(args[0] ?? '');
      const isCloned =
        program === 'git' && args.includes('clone') && /\/(?:tmp|var\/tmp|dev\/shm)\b/.test(joined);
      // An application installs what its list says.
      const words = program === 'python' && args[0] === '-m' ? args.slice(1) : [program, ...args];
      const isByPip =
        /^pip[\d.]*$/.test(words[0] ?? '') && /^(?:install|download)$/.test(words[1] ?? '');
      const isOfPython = isByPip && !args.some((arg) => /^-r|^--requirement|^-e|^\.|\//.test(arg));
      // Past every list: from an address, or into a folder that nobody looks after.
      const isPastLists =
        (isByPip ||
          (/^(?:npm|yarn|pnpm|gem)$/.test(program) && /^(?:i|install|add)$/.test(args[0] ?? ''))) &&
        args.some(
          (arg) => /^(?:https?|ftp):\/\/|^--index-url=?http:/.test(arg) || isWritablePath(arg)
        );
      return (
        seeIf(isInstalled || isUnpacked || isCloned || isPastLists, 76, text) ??
        seeIf(isOfPython || isAdded, 74, text)
      );
    },
  },
  {
    id: 'cloud_tool',
    technique: 'T1580',
    programs: CLOUD_TOOLS,
    inCommand: (command) =>
      seeIf(
        !(/^(?:terraform|pulumi|helm)$/.test(command.program) && OF_DEPLOYS.test(command.text)),
        // Back-ups go to a cloud with quoted names and no questions.
        isInShellScript(command) ||
          command.args.some((arg) => isQuoted(command, arg)) ||
          isCopyOfOwn(command) ||
          OF_DEPLOYS.test(command.text) ||
          command.args.some((arg) => /^-field=|^lsjson$/.test(arg)) ||
          (command.args.length > 0 && command.args.every((arg) => /^-{0,2}version$/.test(arg)))
          ? 40
          : /^$|sts|iam|secrets?|auth|list|token|ls\b|describe|\bget\b|parameter|account|login|state|output/.test(
                command.args.join(' ')
              )
            ? 84
            : 62,
        command.text
      ),
  },
  {
    // Somebody expects a shell where there is none: `ls | grep x` handed over as four words.
    id: 'stray_shell_words',
    technique: 'T1190',
    inCommand: ({ program, path, args, isStart, text, in: { place } }) => {
      // `cat *.jsp`, `ls $HOME` to who has no patterns and no variables.
      const isUnexpanded =
        isStart && place === 'typed' && TAKES_PATHS.test(program) && args.some(isForShell);
      if (isUnexpanded) return { weight: 78, what: text };
      if (!isStart || USES_MARKS.test(program)) return undefined;
      const isStray =
        args.some((arg) => /^(?:\||\|\||&&|;|>|>>|2>&1|2>\/dev\/null|&|`)$|^\w+;$/.test(arg)) ||
        /[;|&`]/.test(path);
      return seeIf(isStray, 78, text);
    },
  },
  {
    // Scanners try both systems' words.
    id: 'foreign_command',
    technique: 'T1190',
    inCommand: ({ program, args, text }) =>
      seeIf(
        OF_WINDOWS.test(program) ||
          (program === 'net' && NET_OF_WINDOWS.test(args[0] ?? '')) ||
          args.some((arg) =>
            /win\.ini|%(?:systemroot|windir|os|userprofile|temp|path|comspec|username|computername)%|boot\.ini|^["']?[a-z]:(?:\\|\/?$)/i.test(
              arg
            )
          ) ||
          (program === 'set' && /^\/a$/i.test(args[0] ?? '')) ||
          (program === 'whoami' && args.some((arg) => /^\/\w+$/.test(arg))),
        80,
        text
      ),
  },
  {
    // Clients of web shells put the folder in front: `cd "/var/www/html";cmd`. Programs join by `&&`, for they mind failing.
    id: 'lookup_chain',
    technique: 'T1083',
    inTree: (tree) => {
      for (const start of tree.starts) {
        if (start.place === 'program') continue;
        const own = tree.commands.filter((command) => command.in === start && !isShell(command));
        const [first, second] = own;
        const isPlaced =
          first?.program === 'cd' &&
          (first.args[0] ?? '').startsWith('/') &&
          second?.operator === ';';
        if (isPlaced && !isHabit(second))
          return { weight: 56, what: start.start.args.at(-1) ?? '', start };
      }
      return undefined;
    },
  },
  {
    id: 'data_gathered',
    technique: 'T1074.001',
    programs: /^(?:cp|mv|split)$/,
    inCommand: (command) => {
      // Out of the application's folders, into one that nobody looks after.
      const isMoved = /^(?:cp|mv)$/.test(command.program) && toOperands(command).length > 1;
      const isSplit = command.program === 'split';
      const target = toOperands(command).at(-1) ?? '';
      if (!isWritablePath(target)) return undefined;
      const isWhole = command.args.some((arg) => /^-\w*[raR]/.test(arg));
      // Letters are filled in, pictures made smaller.
      const isDocument = /\.(?:od[ts]|docx?|xlsx?|pptx?|pdf|png|jpe?g|gif|svg)$/i.test(
        toOperands(command)[0] ?? ''
      );
      return seeIf(
        isMoved || isSplit,
        isWhole || isSplit ? 74 : isDocument ? 20 : 50,
        command.text
      );
    },
  },
  {
    // Software is asked for its version one at a time.
    id: 'software_lookup',
    technique: 'T1518',
    inTree: (tree) => {
      for (const start of tree.starts) {
        const asked = new Set(
          tree.commands
            .filter(
              (command) =>
                command.in === start &&
                isInterpreterOrTool(command.program) &&
                /^-{1,2}v\S*$/i.test(command.args.join(' '))
            )
            .map(({ program }) => program)
        );
        if (asked.size >= 3 && start.place !== 'program')
          return { weight: 74, what: [...asked].join(', '), start };
      }
      return undefined;
    },
  },
  {
    // A page's folder turned into a way to the whole disk, or a secret into a file the server shows.
    id: 'config_read',
    technique: 'T1552.001',
    programs: /^(?:cp|mv|ln|cat)$/,
    inCommand: (command) => {
      const { program, text } = command;
      const [source = ''] = toOperands(command);
      const isShownAs = toWrittenFiles(command).some((path) =>
        /\.(?:txt|bak|old|html?|jpg|png|log)$/i.test(path)
      );
      const isSecret =
        /config|settings|\.env|passw|secret|credential|\.(?:php|jsp|py|rb|xml|properties|ya?ml)$/i.test(
          source
        );
      return (
        seeIf(isShownAs && isSecret && !/example|sample|dist/.test(source), 76, text) ??
        seeIf(program === 'ln' && /^\/(?:etc|root|home|proc)?\/?$/.test(source), 84, text)
      );
    },
  },
];

/** `aws s3 cp /srv/app/a.tgz s3://…` as a list of arguments: an application's data, not the machine's. */
const isCopyOfOwn = ({ args }: SeenCommand): boolean =>
  args.some((arg) =>
    /^(?:cp|copy|copyto|sync|mv|move|put|rsync|upload|upload-batch|invoke)$/.test(arg)
  ) &&
  args.some((arg) =>
    /^\/(?:srv|opt|data|mnt|media|storage|backups?|var\/(?:backups?|lib|www\/.+\/(?:uploads?|media|files)))(?:\/|$)/.test(
      arg
    )
  );

const isShell = ({ isStart, program, args }: SeenCommand): boolean =>
  isStart && /sh$/.test(program) && args.some((arg) => /^-\w*c$/.test(arg));

const isHabit = ({ program }: SeenCommand): boolean =>
  HABITS.some(({ programs }) => programs.test(program));

const isInterpreterOrTool = (program: string): boolean =>
  isInterpreter(program) ||
  /^(?:gcc|make|curl|wget|nc|ncat|socat|java|javac|go|docker|mysql|git|lua)$/.test(program);
