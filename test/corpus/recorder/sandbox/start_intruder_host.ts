import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Sandbox } from './sandbox';

const program = new URL('../intruder_host.ts', import.meta.url).pathname;

/** Starts the other machines of the sandbox's network, and resolves when they listen. */
export const startIntruderHost = async (sandbox: Sandbox): Promise<void> => {
  const host = sandbox.enterNetwork([process.execPath, '--import', 'tsx', program]);
  host.unref();
  process.once('exit', () => host.kill());
  if (host.stdout) await once(createInterface(host.stdout), 'line');
};
