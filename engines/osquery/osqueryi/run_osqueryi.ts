/**
 * Runs one query in one `osqueryi` process and ends it, with whatever it started, when a limit is reached. No
 * shell is involved, and the query begins with SELECT, WITH or VALUES, so it can't be taken for a flag.
 */
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { MAX_RESULT_CHARACTERS } from '../local_osquery';

export type OsqueryiEnd =
  | {
      readonly kind: 'done';
      readonly stdout: string;
      readonly stderr: string;
      /** Exit code, or the signal that ended the program. */
      readonly status: number | NodeJS.Signals;
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

const MAX_RESIDENT_BYTES = 512 * 1024 * 1024;
const MEMORY_CHECK_MS = 100;
const PAGE_BYTES = 4096;

/** Tables that would let SQL reach the network, carry files off, or run rules on them. */
const DENIED_TABLES = 'curl,curl_certificate,carves,yara,yara_file,yara_process';
const FLAGS = [
  ...['--json', '--disable_events', '--disable_extensions', '--disable_logging', '--ephemeral'],
  ...[`--disable_tables=${DENIED_TABLES}`, '--config_path=/dev/null', '--config_check=false'],
];

const readResidentBytes = (pid: number): number => {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ');
    return Number(pages) * PAGE_BYTES;
  } catch {
    return 0;
  }
};

const watchMemory = (child: ChildProcess, onExcess: () => void): NodeJS.Timeout =>
  setInterval(() => {
    if (child.pid !== undefined && readResidentBytes(child.pid) > MAX_RESIDENT_BYTES) onExcess();
  }, MEMORY_CHECK_MS);

const toFailure = (message: string): OsqueryiEnd => ({
  kind: 'failed',
  message: `osqueryi can't be run: ${message}`,
});

const killGroup = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
};

type OutputProcess = ChildProcessByStdio<null, Readable, Readable>;

const follow = (child: OutputProcess, signal: AbortSignal): Promise<OsqueryiEnd> =>
  new Promise((resolve) => {
    const output = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    let bytes = 0;
    let end: OsqueryiEnd | undefined;
    const stop = (reason: OsqueryiEnd): void => {
      end ??= reason;
      killGroup(child);
    };
    const stopByMemory = (): void =>
      stop({ kind: 'failed', message: 'The query needs more memory than allowed.' });
    const memory = watchMemory(child, stopByMemory);
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_RESULT_CHARACTERS) stopByMemory();
        else output[name].push(chunk);
      });
    }
    const cancel = (): void => stop({ kind: 'stopped' });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    child.on('error', ({ message }) => {
      end ??= toFailure(message);
    });
    child.on('close', (code, endSignal) => {
      clearInterval(memory);
      signal.removeEventListener('abort', cancel);
      const stdout = Buffer.concat(output.stdout).toString();
      const stderr = Buffer.concat(output.stderr).toString();
      resolve(end ?? { kind: 'done', stdout, stderr, status: endSignal ?? code ?? 0 });
    });
  });

/** @param signal ends the process, the end is then `stopped` */
export const runOsqueryi = async (
  program: string,
  sql: string,
  signal: AbortSignal
): Promise<OsqueryiEnd> => {
  try {
    // A group of its own, so that what it starts ends with it.
    const child = spawn(program, [...FLAGS, sql], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    return await follow(child, signal);
  } catch (error) {
    // Linux takes no argument of more than 128 KiB.
    return toFailure(error instanceof Error ? error.message : String(error));
  }
};
