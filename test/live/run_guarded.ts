import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface GuardedRun {
  /** Rejects with what the script printed if it ends before it was told to. */
  readonly ended: Promise<void>;
  /** Lets the script clean up, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Runs a shell script that works until its standard input closes and then cleans up. The pipe closes when this process
 * dies, too, so that neither a server nor an audit rule outlives a test that was killed.
 */
export const runGuarded = (script: string, args: readonly string[]): GuardedRun => {
  // A session of its own: Ctrl-C must not end the script before it has cleaned up.
  const child = spawn('sh', ['-c', script, 'sh', ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  let isStopping = false;
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      if (isStopping) return resolve();
      output.then((parts) => reject(new Error(parts.join('').trim())), reject);
    });
  });
  // Whoever starts the script may look at it only when stopping it.
  ended.catch(() => undefined);
  return {
    ended,
    stop() {
      isStopping = true;
      child.stdin.end();
      return ended;
    },
  };
};
