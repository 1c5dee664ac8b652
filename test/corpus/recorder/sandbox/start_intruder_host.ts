import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Sandbox } from './sandbox';

const runner = new URL('../../../../scripts/run.mjs', import.meta.url).pathname;
const program = new URL('../intruder_host.ts', import.meta.url).pathname;

/** Starts the other machines of the sandbox's network, and resolves when they listen. */
export const startIntruderHost = async (sandbox: Sandbox): Promise<void> => {
  const host = sandbox.enterNetwork([process.execPath, runner, program]);
  host.unref();
  process.once('exit', () => host.kill());
  if (host.stdout) await once(createInterface(host.stdout), 'line');
};
