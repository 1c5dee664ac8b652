import { i18n } from '@kbn/i18n';
import { runCommand, type CommandOutput } from '../../../engines/command_line';
import { escapeControls } from '../../../engines/terminal';
import { setHostLanguage } from '../../language/set_host_language';
import { createStartUsage } from './create_start_usage';
import { findLocale } from './find_locale';
import { toStartProblem } from './to_start_problem';
import { toStartRun, type Environment, type StartRun } from './to_start_run';

interface StartPorts extends CommandOutput {
  readonly environment: Environment;
  /** Does what was asked for. */
  readonly start: (run: StartRun) => Promise<void>;
}

/** Runs the `start` command and gives its exit code. */
export const runStartCommand = async (
  args: readonly string[],
  { environment, start, ...output }: StartPorts
): Promise<number> => {
  const locale = findLocale(args, environment);
  await setHostLanguage(locale);
  const usage = createStartUsage();
  return runCommand(
    usage,
    args,
    async (given) => {
      const run = toStartRun(given, environment, locale);
      try {
        await start(run);
        return 0;
      } catch (error) {
        output.writeError(`${escapeControls(toStartProblem(error))}\n`);
        return 1;
      }
    },
    output,
    i18n.translate
  );
};
