/** `npm run --silent scan -- --events FILE`: looks through files for what the shipped rule finds. */
import { createCommandPorts } from './scan/create_command_ports';
import { runScanCommand } from './scan/run_scan_command';

process.exitCode = await runScanCommand(process.argv.slice(2), createCommandPorts());
