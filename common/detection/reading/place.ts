import type { ProcessStart } from '../tree/process_start';
import { isPackagedPath } from './paths';

/**
 * Who wrote the command that a start is:
 * - `typed`: handed to the server's child as it stands, or inside such a text
 * - `script`: by a script file of an application, a CGI program among them
 * - `program`: by an installed program or a packaged script, of its own accord
 */
export type CommandPlace = 'typed' | 'script' | 'program';

/**
 * Where a child of this start was written, given where the start itself was.
 * @param isRoot what a server runs itself is an application's, wherever it lies: /usr/lib/cgi-bin is a web root too
 */
export const toPlaceOfChildren = (
  start: ProcessStart,
  own: CommandPlace,
  isRoot: boolean
): CommandPlace => {
  const program = toCalledName(start);
  const script = findScript(program, start.args);
  if (script !== undefined)
    return isPackagedPath(script) && !isRoot ? 'program' : weaken(own, 'script');
  if (LAUNCHERS.test(program) || hasCode(start.args)) return own;
  return isPackagedPath(start.executable ?? '') ? 'program' : weaken(own, 'script');
};

/** One file holds all programs of small systems; what it is called by says which it is. */
export const toCalledName = ({
  executable,
  args: [called = ''],
}: Pick<ProcessStart, 'executable' | 'args'>): string => {
  const name = toFileName(executable ?? called);
  return /^(?:busybox|toybox|coreutils)$/.test(name) && called !== '' ? toFileName(called) : name;
};

const ORDER: readonly CommandPlace[] = ['typed', 'script', 'program'];
const weaken = (one: CommandPlace, other: CommandPlace): CommandPlace =>
  ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other;

const toFileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Programs that run what they are told. */
const LAUNCHERS =
  /^(?:(?:ba|da|z|k|mk|c|tc|a|fi)?sh|busybox|env|timeout|nice|ionice|nohup|setsid|stdbuf|xargs|find|sudo|su|runuser|script|expect|[mg]?awk|socat\d*|nc(?:\.\w+)?|ncat|make|jspawnhelper|watch|flock|unshare|nsenter|chroot|tclsh.*|vim?(?:\..*)?|ed|gdb|strace|bwrap|prlimit|taskset|time|parallel)$/;
const INTERPRETERS =
  /^(?:(?:ba|da|z|k|mk|c|tc|a|fi)?sh|python[\d.]*|pypy[\d.]*|perl[\d.]*|ruby[\d.]*|php[\d.]*|node|nodejs|lua[\d.]*|tclsh[\d.]*|Rscript)$/;
/** `-c`, `-lc`, `-e`, `-r`: the next argument is code, not a file. */
const CODE_OPTION = /^-(?:[a-z]*c|[a-zA-Z]*e|[a-zA-Z]*E|r|-eval|-print|p)$/;

const hasCode = (args: readonly string[]): boolean =>
  args.slice(1, 6).some((arg) => CODE_OPTION.test(arg));

/** The script file that an interpreter runs. */
const findScript = (program: string, args: readonly string[]): string | undefined => {
  if (!INTERPRETERS.test(program) || hasCode(args)) return undefined;
  return args.slice(1, 12).find((arg) => !arg.startsWith('-') && arg !== '');
};
