import { rememberNames } from '../../shell';
import { toOperands } from '../reading/command_facts';
import { isCutOut } from '../reading/pipes/is_cut_out';
import { toPipeline } from '../reading/pipes/to_pipeline';
import type { SeenCommand, TreeReading } from '../reading/tree_reading';
import { ESCAPES } from './escapes/escapes';
import { weighLookup } from './lookups/lookups';
import { seeIf } from './sign_rule';
import type { SignRule } from './sign_rule';

const SHELL_NAMES = /^(?:(?:ba|da|z|k|mk|c|tc|a|fi)?sh|rbash|static-sh)$/;
const NETCATS = /^(?:nc|ncat|netcat|pnetcat|rcat|rustcat)$/;
const SHELL_PATH = /(?:^|[/"'\s:,=])(?:ba|da|z|k|a)?sh\b/;
const SOCKET_FILE = /\/dev\/(?:tcp|udp)\//;

/** `</dev/tcp/db/3306` by itself: whether somebody listens there, as scripts ask that wait for a service. */
const ASKS_PORT =
  /^(?:(?:timeout\s+\S+\s+)?\S*sh\s+-c\s+)?['"\s({]*(?:(?:until|while|if|!|true|:)\s+)*\d?[<>]\s*\/dev\/tcp\/(?:127\.0\.0\.1|[a-z][\w.-]*)\/\d+['"\s)}]*(?:[12&]?>{1,2}\s*(?:\/dev\/null|&\d)['"\s)}]*)*(?:(?:&&|\|\||;)\s*(?:echo|exit|true|false|do|done|sleep|then|fi|break)\b[\w\s'"]*)*$/;

/** What interpreters need for a connection, and what they need for a shell on it. */
const CODE_SOCKET =
  /socket|inet_aton|fsockopen|stream_socket_client|TCPSocket|\bnet\.|IO::Socket|\/inet\/tcp|socket\.tcp|Net::|urllib|requests\.get|HttpClient/i;
const CODE_SHELL =
  /\/bin\/(?:ba|da|z|k|a)?sh|cmd\.exe|pty\.spawn|dup2|subprocess|os\.system|proc_open|shell_exec|popen|exec\s*[("{]|spawn\(|system\s*[("]|\|&\s*getline|`[^`]*`/;
const CODE_LISTENS =
  /\.bind\(|\blisten\(|createServer|TCPServer|SO_REUSEADDR|socket_listen|LocalPort/;

/** Shells that somebody outside talks to. */
export const SHELL_SIGNS: readonly SignRule[] = [
  {
    id: 'reverse_shell',
    technique: 'T1059.004',
    inLayer: ({ language, text }) => {
      if (language === 'text') return undefined;
      const isFile =
        SOCKET_FILE.test(text) &&
        !ASKS_PORT.test(text) &&
        /\bexec\b|-i\b|<&|>&|0>|\bsh\s*[<|]|<\s*\/dev\/(?:tcp|udp)/.test(text);
      const isCode =
        language !== 'shell' &&
        CODE_SOCKET.test(text) &&
        CODE_SHELL.test(text) &&
        !CODE_LISTENS.test(text);
      return seeIf(isFile || isCode, 96, text);
    },
    inCommand: (command, tree) => {
      const { program, args, redirections, text } = command;
      const isToSocket = redirections.some(({ target }) => SOCKET_FILE.test(target));
      // `cat f | sh -i | nc host port > f`
      const isJoinedToShell = toPipeline(command, tree).some(isBareShell);
      if (isToSocket) {
        // `echo > /dev/tcp/db/5432` asks whether somebody listens, as a shell behind it would not.
        const isAsked = /^(?:true|:|echo|cat)?$/.test(program) && toOperands(command).length === 0;
        return isAsked
          ? undefined
          : seeIf(true, SHELL_NAMES.test(program) || program === 'exec' ? 97 : 85, text);
      }
      if (NETCATS.test(program) && !isListening(args)) {
        return seeIf(hasExecution(args), 96, text) ?? seeIf(isJoinedToShell, 94, text);
      }
      if (program === 'socat') {
        const isRun = args.some((arg) => /^(?:exec|system|shell):/i.test(arg));
        return seeIf(isRun && !args.some((arg) => /listen/i.test(arg)), 96, text);
      }
      const isClient = program === 'telnet' || (program === 'openssl' && args[0] === 's_client');
      return seeIf(isClient && isJoinedToShell, 94, text);
    },
  },
  {
    id: 'bind_shell',
    technique: 'T1059.004',
    programs: /^(?:nc|ncat|netcat|pnetcat|rcat|rustcat|socat)$/,
    inLayer: ({ language, text }) =>
      seeIf(
        language !== 'shell' &&
          language !== 'text' &&
          CODE_LISTENS.test(text) &&
          CODE_SHELL.test(text),
        92,
        text
      ),
    inCommand: ({ program, args, text }) =>
      seeIf(
        (NETCATS.test(program) && isListening(args)) ||
          (program === 'socat' && args.some((arg) => /listen/i.test(arg))),
        args.some((arg) => /^(?:exec|system):/i.test(arg)) || hasExecution(args) ? 96 : 82,
        text
      ),
  },
  {
    id: 'raw_connection',
    technique: 'T1095',
    programs: /^(?:nc|ncat|netcat|pnetcat|rcat|rustcat|socat|openssl|telnet)$/,
    inLayer: ({ language, text }) =>
      // Port after port; or one of an address, where an application knows its services by name.
      seeIf(language === 'shell' && /\/dev\/(?:tcp|udp)\/\S*\$/.test(text), 86, text) ??
      seeIf(
        language === 'shell' && /\/dev\/(?:tcp|udp)\/(?!127\.)(?:\d{1,3}\.){3}\d{1,3}\//.test(text),
        78,
        text
      ),
    inCommand: ({ program, args, text, isPipedFrom, redirections }) => {
      if (program === 'socat')
        return seeIf(
          args.some((arg) => /^(?:tcp|udp|openssl)\d?:/i.test(arg)),
          78,
          text
        );
      // What curl asks for in TLS has a name and ends; an open line to an address does not.
      if (program === 'openssl')
        return seeIf(
          args[0] === 's_client' &&
            !args.includes('-servername') &&
            args.some((arg) => /^(?:\d{1,3}\.){3}\d{1,3}:\d+$/.test(arg)),
          args.includes('-quiet') ? 76 : 74,
          text
        );
      if (isListening(args)) return undefined;
      // `nc -z db 3306` asks whether a service is there, as health checks do.
      if (args.some((arg) => /^-\w*z/.test(arg))) {
        const isTold = args.some((arg) => /^-\w*v/.test(arg));
        const isByName = args.some((arg) => /^[a-z][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(arg));
        return seeIf(true, isRange(args) ? 74 : isTold && !isByName ? 56 : 30, text);
      }
      // The caches and queues of the machine itself are asked so.
      if (args.some((arg) => /^(?:localhost|127\.0\.0\.1|::1)$/.test(arg)))
        return seeIf(true, 40, text);
      const isSent = isPipedFrom || redirections.some(({ op }) => op === '<');
      return seeIf(
        args.some((arg) => !arg.startsWith('-')),
        isSent ? 84 : 78,
        text
      );
    },
  },
  {
    id: 'interactive_shell',
    technique: 'T1059.004',
    programs: /^(?:script|(?:ba|da|z|k|mk|c|tc|a|fi)?sh|rbash|static-sh)$/,
    inLayer: ({ text }) =>
      seeIf(/pty\.spawn\(/.test(text) || /\bstty\s+(?:-\w+\s+)*raw\b/.test(text), 88, text) ??
      seeIf(/\bexport\s+TERM=xterm|\bstty\s+rows\b/.test(text), 74, text),
    inCommand: (command) => {
      const { program, args, isPipedFrom, redirections, wrappers, text } = command;
      if (program === 'script' && args.some((arg) => SHELL_PATH.test(arg) || arg === '/dev/null')) {
        return seeIf(true, 80, text);
      }
      if (args.some((arg) => /^-\w*i\w*$/.test(arg) && !/^-\w*c/.test(arg)))
        return seeIf(true, 84, text);
      // A shell that waits for commands on its input: an open session rather than one command.
      const isOpen = args.every((arg) => /^-[lsp]?$|^--(?:norc|noprofile|login)$/.test(arg));
      return seeIf(
        isOpen && !isPipedFrom && redirections.length === 0,
        // `-p` keeps the rights of a shell that somebody has marked to run as root.
        wrappers.length > 0 || args.includes('-p') ? 80 : 74,
        text
      );
    },
  },
  {
    id: 'named_pipe',
    technique: 'T1059.004',
    programs: /^(?:mkfifo|mknod)$/,
    inCommand: ({ program, args, text }) =>
      seeIf(program === 'mkfifo' || args.at(-1) === 'p', 74, text),
  },
  {
    // `bash -c` inside `sh -c`: somebody who does not know that a shell runs it already.
    id: 'nested_shell',
    technique: 'T1059.004',
    programs: SHELL_NAMES,
    inCommand: (command, tree) => {
      const { args, isStart, wrappers, text } = command;
      const isNested = !isStart && wrappers.length === 0 && args.some((arg) => /^-\w*c$/.test(arg));
      return seeIf(isNested, isNested && isAskedInside(command, tree) ? 56 : 46, text);
    },
  },
  {
    // Programs that offer a way to a shell: gtfobins.github.io lists them.
    id: 'escape_to_shell',
    technique: 'T1218',
    inCommand: ({ program, args, wrappers, text, stage }) => {
      const joined = args.join(' ');
      const isEscape = findEscapes(program).some(
        ({ form, unless }) => form.test(joined) && unless?.test(joined) !== true
      );
      // Inside a pipe a box of tools is what a small system has for a shell.
      const isBusyboxShell =
        wrappers.includes('busybox') && SHELL_NAMES.test(program) && stage === 0;
      return seeIf(isEscape || isBusyboxShell, 90, text);
    },
  },
];

const findEscapes = rememberNames((program) =>
  ESCAPES.filter(({ programs }) => programs.test(program))
);

/** Its text asks what would be an alert alone. */
const isAskedInside = (shell: SeenCommand, { commands }: TreeReading): boolean =>
  commands.some(
    (inner) =>
      inner.in === shell.in &&
      inner.layer > shell.layer &&
      weighLookup(inner) >= 47 &&
      !isCutOut(inner)
  );

const isListening = (args: readonly string[]): boolean =>
  args.some((arg) => /^-[a-zA-Z]*l|^--listen$/.test(arg));

/** `-e /bin/sh`, `-c sh`, `--exec`, `--sh-exec`, and the same in a cluster such as `-nvlpe`. */
const hasExecution = (args: readonly string[]): boolean =>
  args.some((arg) => /^-[a-zA-Z]*[ec]$|^--(?:sh-|lua-)?exec/.test(arg)) &&
  args.some(
    (arg) =>
      SHELL_PATH.test(arg) || /\.(?:sh|py|pl|exe)$|^--\w*-?exec/.test(arg) || arg.startsWith('/')
  );

/** Many ports, or one after the other. */
const isRange = (args: readonly string[]): boolean =>
  args.some((arg) => /^\d+-\d+$|\$\w/.test(arg));

const isBareShell = ({ program, args }: { program: string; args: readonly string[] }): boolean =>
  SHELL_NAMES.test(program) && args.every((arg) => arg.startsWith('-') && !arg.includes('c'));
