/** `npm run --silent eql -- --query '…' --events FILE`: searches files of events with EQL. */
import { runEqlCommand } from './scan/run_eql_command';
import { createCommandPorts } from './scan/create_command_ports';

process.exitCode = await runEqlCommand(process.argv.slice(2), createCommandPorts());
