import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('./host_child.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface HostProcess {
  readonly pid: number;
  /** Resolves when the log is stored and searched to its end. */
  caughtUp(): Promise<void>;
  /** Resolves when it has logged a line with this text. */
  logged(text: string): Promise<void>;
  kill(): Promise<void>;
}

/**
 * A host in a process of its own that follows an audit log.
 * @param mostKib most KiB of a file it may write; to the host this is a full disk
 */
export const startHostProcess = async (
  dataDirectory: string,
  log: string,
  mostKib?: number
): Promise<HostProcess> => {
  const command = [process.execPath, 'scripts/run.mjs', CHILD, dataDirectory, log];
  const limit = mostKib === undefined ? 'unlimited' : `${mostKib * 2}`;
  const child = spawn('sh', ['-c', `ulimit -S -f ${limit} && exec "$@"`, 'sh', ...command], {
    cwd: PROJECT,
  });
  const exited = once(child, 'exit');
  const errors = collect(child.stderr);
  const output = collect(child.stdout);
  const failed = exited.then(() => Promise.reject(new Error(`The host ended: ${errors.text()}`)));
  failed.catch(() => undefined);
  await Promise.race([output.includes('started'), failed]);
  return {
    pid: child.pid ?? 0,
    caughtUp: () => Promise.race([output.includes('caught up'), failed]),
    logged: (text) => Promise.race([errors.includes(text), failed]),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
};

/** What a stream has said so far, and a way to wait for more. */
const collect = (stream: NodeJS.ReadableStream) => {
  let text = '';
  stream.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    text: () => text,
    async includes(wanted: string) {
      while (!text.includes(wanted)) await once(stream, 'data');
    },
  };
};
