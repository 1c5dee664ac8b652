import type { LayerLanguage } from '../command_reading';

export const SHELLS: ReadonlySet<string> = new Set(
  'sh bash dash ash ksh mksh lksh ksh93 zsh rbash csh tcsh fish posh yash hush'.split(' ')
);

/** How an interpreter is given its program: as the operand of an option, or as its first operand. */
export interface Interpreter {
  readonly language: LayerLanguage;
  /** Letters of the options whose operand is program text. */
  readonly scriptOptions: string;
  readonly longScriptOptions: readonly string[];
  /** Letters of other options that take an operand. */
  readonly valuedOptions: string;
}

const toInterpreter = (
  language: LayerLanguage,
  scriptOptions: string,
  valuedOptions: string,
  ...longScriptOptions: string[]
): Interpreter => ({ language, scriptOptions, longScriptOptions, valuedOptions });

export const INTERPRETERS: Readonly<Record<string, Interpreter>> = {
  python: toInterpreter('python', 'c', 'mWXQ'),
  perl: toInterpreter('perl', 'eE', 'IMm'),
  php: toInterpreter('php', 'rRBE', 'cdzSt', '--run', '--process-code'),
  ruby: toInterpreter('ruby', 'e', 'IrCEx'),
  node: toInterpreter('node', 'ep', 'r', '--eval', '--print'),
  deno: toInterpreter('node', '', ''),
  bun: toInterpreter('node', 'ep', ''),
  lua: toInterpreter('lua', 'e', 'l'),
};

/** The language a program runs, if it is a shell or an interpreter that reads program text. */
export const findLanguage = (program: string): LayerLanguage | undefined =>
  SHELLS.has(program) ? 'shell' : INTERPRETERS[program]?.language;
