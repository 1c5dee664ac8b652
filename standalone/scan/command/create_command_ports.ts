import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { CommandPorts } from './command_ports';

/** The ports of the running process. It ends quietly when whoever reads its output stops reading. */
export const createCommandPorts = (): CommandPorts => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    isErrorTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
    parallelism: availableParallelism(),
  };
};
