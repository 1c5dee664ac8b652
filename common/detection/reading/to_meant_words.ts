import { isInterpreter } from './command_facts';
import { isHiddenPath, toFileName } from './paths';

/** Where packages and administrators put what is called by its name. */
const COMMAND_FOLDER = /^\/(?:usr\/(?:local\/)?)?s?bin\/[\w.+-]+$/;

/** The words of a start as whoever wrote it meant them, where the kernel or the server shows others. */
export const toMeantWords = (args: readonly string[]): readonly string[] =>
  joinCutWords(nameScript(args));

/**
 * `which nc` is `/bin/sh /usr/bin/which nc` to the kernel, for some programs of packages are scripts: service, adduser, ufw, pip,
 * npm, aws. Their own names say what is done.
 */
const nameScript = (args: readonly string[]): readonly string[] => {
  const [interpreter = '', ...words] = args;
  if (!isInterpreter(toFileName(interpreter))) return args;
  // A first line may hold an option: `#!/usr/bin/perl -w`, never one that takes code.
  const at = /^-[wTtuEsIxO]{1,2}$/.test(words[0] ?? '') ? 1 : 0;
  const script = words[at] ?? '';
  return COMMAND_FOLDER.test(script) && !isHiddenPath(script) ? words.slice(at) : args;
};

/**
 * `Runtime.exec("sh -c cat /etc/passwd")` cuts at blanks, so that the shell runs `cat` alone, and an interpreter one word of its code.
 * What was meant is what counts.
 */
const joinCutWords = (args: readonly string[]): readonly string[] => {
  const [shell = '', option = '', script = '', ...cut] = args;
  // Newer C libraries write `sh -c -- TEXT`.
  const isCut =
    (/sh$/.test(shell)
      ? option === '-c'
      : isInterpreter(toFileName(shell)) && /^-[cer]$/.test(option)) &&
    cut.length > 0 &&
    script !== '--' &&
    /^[\w./-]+$/.test(script);
  return isCut ? [shell, option, [script, ...cut].join(' ')] : args;
};
