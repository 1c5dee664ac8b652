import { rememberNames } from '../../shell';
import type { SeenCommand } from './tree_reading';
import { joinPath } from './join_path';
import { onceInARow } from './once_in_a_row';

const INTERPRETERS =
  /^(?:(?:ba|da|z|k|mk|c|tc|a|fi)?sh|python[\d.]*|pypy[\d.]*|perl|ruby|php|node|nodejs|lua|tclsh|source|\.|eval|jjs|jshell|jrunscript|groovy|deno|bun|tsx|ts-node|pwsh|expect|Rscript|julia|raku|guile|wish)$/;

/** A program that runs what it reads. */
export const isInterpreter = rememberNames((program) => INTERPRETERS.test(program));

/** Arguments that are no options. */
export const toOperands = ({ args }: Pick<SeenCommand, 'args'>): string[] =>
  args.filter((arg) => !arg.startsWith('-') && arg !== '');

type WritingCommand = Pick<SeenCommand, 'program' | 'args' | 'redirections'>;

/** Files that the command's own words or its redirections make. */
export const toWrittenFiles = onceInARow((command: WritingCommand): readonly string[] => {
  const redirected = command.redirections
    .filter(
      ({ op, fd, target }) => op.includes('>') && (fd === 1 || op.startsWith('&')) && isFile(target)
    )
    .map(({ target }) => target);
  return [...redirected, ...toOwnOutputs(command)].map(unquote);
});

const isFile = (target: string): boolean => !/^\d$|^-$|^\/dev\/(?!shm)/.test(target);
const unquote = (path: string): string => path.replace(/^["']|["']$/g, '');

const toOwnOutputs = (command: WritingCommand): string[] => {
  const { program, args } = command;
  const operands = toOperands(command);
  switch (program) {
    case 'tee':
      return operands;
    case 'cp':
    case 'mv':
    case 'ln':
    case 'install':
      return toTarget(operands);
    case 'git':
      return toOptionValues(args, /^--output(?:=(.*))?$/);
    case 'dd':
      return args.filter((arg) => arg.startsWith('of=')).map((arg) => arg.slice(3));
    case 'curl':
    case 'wget':
    case 'axel':
    case 'aria2c':
    case 'gcc':
    case 'cc':
    case 'g++':
    case 'clang':
    case 'openssl':
    case 'uudecode':
      return toOptionValues(args, /^(?:-[a-zA-Z]*[oO]|--output(?:-document)?|-out)(?:=(.*))?$/);
    default:
      return [];
  }
};

/** `cp a b dir/` makes dir/b. */
const toTarget = (operands: readonly string[]): string[] => {
  const target = operands.at(-1);
  const source = operands.at(-2);
  if (target === undefined || source === undefined) return [];
  const inFolder = `${target.replace(/\/$/, '')}/${source.slice(source.lastIndexOf('/') + 1)}`;
  return target.endsWith('/') ? [inFolder] : [target, inFolder];
};

/** Values of an option that is joined by `=`, stands alone or runs into its value (`-Ofile`). */
const toOptionValues = (args: readonly string[], option: RegExp): string[] =>
  args.flatMap((arg, at) => {
    const found = option.exec(arg);
    if (found) return [found[1] ?? args[at + 1] ?? ''];
    const joined = /^-[oO](?=[./\w])(.+)$/.exec(arg);
    return joined?.[1] === undefined ? [] : [joined[1]];
  });

/** A URL or address the command speaks to. */
export const findUrl = ({ args }: Pick<SeenCommand, 'args'>): string | undefined =>
  args.find((arg) => /^["']?(?:https?|ftp|tftp|dict|gopher|telnet|smb|ldaps?):\/\//i.test(arg)) ??
  args.find((arg) => /^(?:(?:\d{1,3}\.){3}\d{1,3}|localhost)(?::\d+)?(?:\/|$)/.test(arg)) ??
  args.find(
    (arg) =>
      /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/.test(arg) &&
      !/\.(?:txt|html?|json|xml|sh|php|out|log|gz|zip|tgz|png|jpe?g|bin|py|pl)$/.test(arg)
  );

/** An absolute path where the command's folder is known. */
export const toAbsolute = (path: string, { folder }: Pick<SeenCommand, 'folder'>): string =>
  joinPath(path, folder);
