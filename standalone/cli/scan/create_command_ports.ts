import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { quitWithReader } from '../quit_with_reader';
import type { ScanCommandPorts } from './command_ports';

/** The ports of the running process. It ends quietly when whoever reads its output stops reading. */
export const createCommandPorts = (): ScanCommandPorts => {
  quitWithReader();
  return {
    writeOut: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    isErrorTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
    parallelism: availableParallelism(),
  };
};
