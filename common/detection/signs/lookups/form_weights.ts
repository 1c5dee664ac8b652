import { findNext } from '../../reading/pipes/find_next';
import { isInShellScript } from '../../reading/is_in_shell_script';
import { isQuoted } from '../../reading/is_quoted';
import type { LookupForm } from './lookup';

const IN_HOMES_OR_ROOT =
  /^\/(?:root|home|etc|boot|opt|var|srv|usr|mnt|media|proc|sys|dev|tmp|run)?(?:\/|$)|^~|^\.\.?\/?$/;
const SYSTEM_FOLDER =
  /^\/(?:tmp|opt|etc|var|usr|mnt|media|srv|bin|sbin|dev|proc|run|boot|lib|dev\/shm|var\/(?:www(?:\/html)?|log|lib|tmp|run|backups|spool|mail)|usr\/(?:local|local\/bin|bin|sbin|share|local\/(?!s?bin|share|lib|etc)[^*]+))\/?$/;
/** A folder that is named from where one stands. */
const BESIDE = /^(?!\/)[\w./-]*$/;
const TOOLS_OF_ATTACKERS =
  /^(?:gcc|cc|g\+\+|make|nc|ncat|netcat|nc\.\w+|socat|wget|curl|perl|python\d?|ruby|nmap|tcpdump|docker|gdb|lua|telnet|fetch|go|kubectl|sudo|pkexec|at|crontab|bash|xterm|tftp|ftp|scp|ssh|strace|screen|tmux)$/;

const TELLING_TOOL = /^(?:gcc|nc|ncat|netcat|nc\.\w+|socat|nmap|tcpdump|gdb)$/;

export const toWhereWeight = ({ operands }: LookupForm): number => {
  if (operands.length > 1) return 56;
  return operands.some((name) => TOOLS_OF_ATTACKERS.test(name)) ? 50 : 40;
};

export const toWhichWeight = ({
  operands,
  command: {
    program,
    layer,
    in: {
      reading: { layers, commands },
    },
  },
}: LookupForm): number => {
  // `command -v` is asked once for each of them.
  const asked = commands.filter((other) => other.program === program);
  // `for t in gcc nc wget; do which $t; done`
  const looped = operands.some((name) => name.startsWith('$'))
    ? (/\bin\s([^;\n]{1,400})/.exec(layers[layer]?.text ?? '')?.[1] ?? '').split(/\s+/)
    : [];
  const tools = [...asked.flatMap(({ args }) => args), ...looped].filter((name) =>
    TOOLS_OF_ATTACKERS.test(name)
  ).length;
  if (tools >= 3) return 84;
  if (tools >= 2) return 74;
  return operands.some((name) => TELLING_TOOL.test(name)) ? 50 : operands.length > 4 ? 40 : 12;
};

export const toListWeight = ({ options, operands, command }: LookupForm): number => {
  const isLong = /-\w*l/.test(options);
  // One name a line, the newest first, or the folder itself.
  const isForProgram = /-\w*[1td]/.test(options) && !isLong;
  const isAll = /-\w*[aA]/.test(options);
  const isRecursive = /-\w*R/.test(options);
  if (
    operands.some((path) =>
      /^\/root|^\/home\/?\*?$|\.ssh|^\/etc\/cron|\/var\/spool\/cron|\/run\/secrets/.test(path)
    )
  )
    return 80;
  // Up, at the top of it all, or at home: an application knows where it is.
  if (operands.some((path) => /^\/\*?$|^\.\.(?:\/\.\.)*\/?$|^~\/?$/.test(path))) return 74;
  if (operands.some((path) => /^\/(?:sys\/class|dev\/disk|proc\/(?:sys|(?!1\/)\d+))\b/.test(path)))
    return 20;
  // What packages bring is the same everywhere: fonts, zones, languages.
  if (
    !isAll &&
    operands.length > 0 &&
    operands.every((path) => /^\/usr\/(?:share|lib)\/\w/.test(path))
  )
    return 30;
  const quoted = operands.some((path) => isQuoted(command, path)) ? 30 : 0;
  // A folder of the machine as a whole, named as one names it at a prompt.
  const isOfSystem = operands.length === 1 && SYSTEM_FOLDER.test(operands[0] ?? '');
  if (isOfSystem && quoted === 0 && !command.isPipedInto && !isInShellScript(command))
    return isForProgram ? 54 : 74;
  // Data has its own disk or folder, which an application that keeps it there lists.
  const isOfData =
    options === '' &&
    operands.length === 1 &&
    /^\/(?:srv|data|mnt|media|storage|exports?|nfs|shares?)\/[^*]+$/.test(operands[0] ?? '');
  if (isOfData) return 40 - quoted;
  // The first or the last of them, as programs pick the newest back-up.
  const isPicked =
    operands.length > 0 &&
    !(isLong && isAll) &&
    !isRecursive &&
    /^(?:head|tail)$/.test(findNext(command)?.program ?? '');
  if (isPicked) return 44;
  // Where it stands and what is beside it is what an application knows, and somebody who came in doesn't.
  const isHere = operands.length === 0;
  const isBeside =
    isHere || (operands.every((path) => BESIDE.test(path)) && quoted === 0 && !isForProgram);
  if (isBeside && command.operator !== '&&' && !isInShellScript(command) && !command.isPipedInto)
    return 74;
  if (isHere && isRecursive) return 74;
  const weight = isLong && isAll ? 74 : isHere ? 60 : isAll ? 55 : isLong ? 46 : 48;
  const isAround =
    operands.some((path) => IN_HOMES_OR_ROOT.test(path)) && !command.in.start.args.includes('--');
  return (
    Math.min(74, weight + (isRecursive ? 10 : 0) + (isAround && isAll ? 8 : 0)) -
    (isForProgram ? 20 : 0) -
    quoted
  );
};

export const toSocketsWeight = ({ options, command: { program } }: LookupForm): number => {
  // Without a head, or only what listens: read by a program.
  if (program === 'ss' && /-\w*H/.test(options)) return 30;
  if (/^-[tun4]*l[tun4]*$/.test(options)) return 44;
  if (/-\w*p/.test(options)) return 74;
  return /-\w*[si]/.test(options) && !/a|t|l/.test(options) ? 30 : 52;
};
