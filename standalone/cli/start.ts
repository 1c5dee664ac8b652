/** `npm start`: the host on this machine. */
import { runStartCommand } from './start/run_start_command';

// What is kept belongs to whoever runs this, and to nobody else on this machine.
process.umask(0o077);
const code = await runStartCommand(process.argv.slice(2), {
  environment: process.env,
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  start: async (run) => {
    // What is not needed is not loaded: help and errors come at once.
    if (run.kind === 'export') await (await import('./start/export_alerts')).exportAlerts(run);
    else if (run.kind === 'link') await (await import('./start/print_link')).printLink(run);
    else await (await import('./start/run_host')).runHost(run);
  },
});
// What had been started when it failed (threads, timers) must not keep the process alive.
if (code === 0) process.exitCode = 0;
else process.exit(code);
