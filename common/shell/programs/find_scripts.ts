import type { LayerLanguage } from '../command_reading';
import { findOperand } from './find_operand';
import { INTERPRETERS, SHELLS, type Interpreter } from './shells';

/** Program text that a command holds in its arguments. */
export interface CarriedScript {
  readonly language: LayerLanguage;
  readonly text: string;
  /** `$0`, `$1` … of `sh -c TEXT NAME …`. */
  readonly positional?: readonly string[];
}

/** What is known of a program that has not been told apart yet. */
interface Program {
  readonly program: string;
  readonly path: string;
  readonly args: readonly string[];
}

/** Where a copied shell is put. */
const STAGED = /(?:^|\/)\.[^/]+$|^\/(?:tmp|var\/tmp|dev\/shm|run)\//;

/** Options that hand a command line to a shell, by program. */
const COMMAND_OPTIONS: Readonly<Record<string, RegExp>> = {
  su: /^(?:-\w*c|--command|--session-command)$/,
  runuser: /^(?:-\w*c|--command|--session-command)$/,
  script: /^(?:-\w*c|--command)$/,
  nc: /^(?:-\w*[ec]|--exec|--sh-exec)$/,
  env: /^(?:-\w*S|--split-string)$/,
  pwsh: /^-c(?:ommand)?$/i,
};

/** Finds the program text a command was given: `sh -c TEXT`, `perl -e TEXT`, `eval TEXT`, `find -exec …`. */
export const findScripts = ({ program, path, args }: Program): readonly CarriedScript[] => {
  if (SHELLS.has(program)) return toArray(findShellScript(args));
  const interpreter = INTERPRETERS[program];
  if (interpreter !== undefined) return findCode(interpreter, args);
  if (program === 'awk') return findAwkProgram(args);
  if (program === 'eval') return toShell(args.join(' '));
  if (program === 'trap') return toShell(args.find((arg) => arg !== '--') ?? '');
  if (program === 'socat') return args.flatMap(findSocatCommand);
  if (program === 'tar') return args.flatMap(findTarCommand);
  const option = COMMAND_OPTIONS[program];
  if (option !== undefined) {
    const at = args.findIndex((arg) => option.test(arg));
    return at === -1 ? [] : toShell(args[at + 1] ?? '');
  }
  const [first, text = ''] = args;
  return STAGED.test(path) && first === '-c' && !text.includes('://') ? toShell(text) : [];
};

const toArray = (script: CarriedScript | undefined): readonly CarriedScript[] =>
  script === undefined ? [] : [script];

const toShell = (text: string): readonly CarriedScript[] =>
  text.trim() === '' ? [] : [{ language: 'shell', text }];

const SHELL_VALUED = 'oO';
const SHELL_LONG_VALUED = ['--rcfile', '--init-file'];

const findShellScript = (args: readonly string[]): CarriedScript | undefined => {
  const at = findOperand(args.map(toArgument), 0, SHELL_VALUED, SHELL_LONG_VALUED);
  const isCommand = args.slice(0, at).some((arg) => /^[-+]\w*c/.test(arg));
  const text = args[at];
  if (!isCommand || text === undefined) return undefined;
  return { language: 'shell', text, positional: args.slice(at + 1) };
};

const toArgument = (text: string): { readonly text: string } => ({ text });

/** Whether a shell or interpreter reads its program from its input: no script in options, no file. */
export const readsProgram = ({ program, args }: Program): boolean => {
  if (SHELLS.has(program)) {
    if (findShellScript(args) !== undefined) return false;
    const operand = args[findOperand(args.map(toArgument), 0, SHELL_VALUED, SHELL_LONG_VALUED)];
    return operand === undefined || isInput(operand) || args.some((arg) => /^-\w*s$/.test(arg));
  }
  if (program === 'source' || program === '.') return isInput(args[0] ?? '');
  if (program === 'at' || program === 'batch' || program === 'crontab') return true;
  const interpreter = INTERPRETERS[program];
  if (interpreter === undefined || findCode(interpreter, args).length > 0) return false;
  const operand = args[findOperand(args.map(toArgument), 0, interpreter.valuedOptions, [])];
  return operand === undefined || isInput(operand);
};

const isInput = (operand: string): boolean =>
  /^(?:-|\/dev\/stdin|\/dev\/fd\/0|\/proc\/self\/fd\/0)$/.test(operand);

const findCode = (interpreter: Interpreter, args: readonly string[]): readonly CarriedScript[] => {
  const texts: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const [, long = '', attached] = /^(--[\w-]+)(?:=([^]*))?$/.exec(arg) ?? [];
    if (interpreter.longScriptOptions.includes(long)) texts.push(attached ?? args[++at] ?? '');
    if (arg.startsWith('--')) continue;
    if (!/^-./.test(arg)) break;
    const letters = [...arg.slice(1)];
    const first = letters.findIndex(
      (letter) =>
        interpreter.scriptOptions.includes(letter) ||
        interpreter.valuedOptions.includes(letter) ||
        letter === 'i'
    );
    const letter = letters[first] ?? '';
    const rest = arg.slice(first + 2);
    if (interpreter.scriptOptions.includes(letter) && letter !== '') {
      texts.push(rest === '' ? (args[++at] ?? '') : rest);
    } else if (letter !== '' && letter !== 'i' && rest === '') at++;
  }
  const text = texts.join('\n');
  return text.trim() === '' ? [] : [{ language: interpreter.language, text }];
};

const findAwkProgram = (args: readonly string[]): readonly CarriedScript[] => {
  if (args.some((arg) => /^(?:-f|--file)/.test(arg))) return [];
  const text =
    args[findOperand(args.map(toArgument), 0, 'Fvei', ['--assign', '--field-separator'])];
  return text === undefined ? [] : [{ language: 'awk', text }];
};

/** `EXEC:/bin/sh,pty,stderr` and `SYSTEM:id`. */
const findSocatCommand = (address: string): readonly CarriedScript[] => {
  const found = /^(?:exec|system|shell):((?:[^,\\]|\\[^])*)/i.exec(address);
  return found === null ? [] : toShell((found[1] ?? '').replace(/^'([^']*)'$/, '$1'));
};

const findTarCommand = (arg: string): readonly CarriedScript[] =>
  toShell(
    /^--(?:checkpoint-action=exec|to-command|use-compress-program)=([^]*)$/.exec(arg)?.[1] ?? ''
  );
