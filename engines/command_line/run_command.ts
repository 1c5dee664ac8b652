import { english } from '../../common/i18n/english';
import type { Translate } from '../../common/i18n/translate';
import { escapeControls } from '../terminal';
import { parseGiven } from './parse_given';
import { toHelpText } from './to_help_text';
import type { Given, OptionTable, Usage } from './usage';
import { UsageError } from './usage_error';

/** Where a command writes. */
export interface CommandOutput {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

const WRONG_USAGE = 2;

const processOutput: CommandOutput = {
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
};

/**
 * Reads a command line and does what it says. Every command is run by this: it answers `--help`, and a wrong command line
 * with one sentence and exit code 2.
 * @param run gives the exit code; may throw UsageError too, for options that don't go together
 */
export const runCommand = async <O extends OptionTable, C extends number>(
  usage: Usage<O>,
  args: readonly string[],
  run: (given: Given<O>) => Promise<C>,
  { writeOut, writeError }: CommandOutput = processOutput,
  translate: Translate = english
): Promise<C | 0 | typeof WRONG_USAGE> => {
  try {
    if (asksForHelp(args)) {
      writeOut(toHelpText(usage, translate));
      return 0;
    }
    return await run(parseGiven(usage, args, translate));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    writeError(`${escapeControls(error.message)}\n`);
    return WRONG_USAGE;
  }
};

/** Help is wanted wherever it stands, also beside what is wrong. */
const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.some((arg) => arg === '--help' || arg === '-h');
};
