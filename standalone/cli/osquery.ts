/** `npm run --silent osquery -- "SELECT …"`: one query over this machine, printed. */
import { runOsqueryCommand } from './osquery/run_osquery_command';
import { createLocalOsquery } from '../../engines/osquery';
import { quitWithReader } from './quit_with_reader';

quitWithReader();
const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());

process.exitCode = await runOsqueryCommand(process.argv.slice(2), {
  createOsquery: () => createLocalOsquery(),
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  signal: interrupt.signal,
});
