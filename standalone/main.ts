import { OptionError } from './options/option_error';
import { parseOptions, type Options } from './options/parse_options';
import { toHelpText } from './options/to_help_text';
import { toOptionSentence } from './options/to_option_sentence';
import { setHostLanguage } from './language/set_host_language';
import { print } from './run/print';
import { toStartProblem } from './run/to_start_problem';

/** `npm start`: reads the command line and does what it says. Exit code 2: the command line is wrong, 1: it could not be done. */
const main = async (): Promise<void> => {
  // What is kept belongs to whoever runs this, and to nobody else on this machine.
  process.umask(0o077);
  let options: Options;
  try {
    options = parseOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    print(toOptionSentence(error), 'stderr');
    process.exitCode = 2;
    return;
  }
  await setHostLanguage(options.locale);
  // What is not needed is not loaded: help and errors come at once.
  switch (options.kind) {
    case 'help':
      return print(toHelpText());
    case 'export':
      return (await import('./run/export_alerts')).exportAlerts(options);
    case 'run':
      return (await import('./run/run_host')).runHost(options);
  }
};

await main().catch((error: unknown) => {
  print(toStartProblem(error), 'stderr');
  // What had been started by then (threads, timers) must not keep the process alive.
  process.exit(1);
});
