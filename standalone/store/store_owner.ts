import { readFileSync, readlinkSync } from 'node:fs';
import { rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database, RootDatabase } from 'lmdb';

/** A process that cannot be mistaken for a later one with the same pid. */
interface Owner {
  readonly pid: number;
  /** Start time of the process in clock ticks since boot, and the boot; empty where there is no /proc. */
  readonly started: string;
  readonly boot: string;
  /** Within which the pid means something: containers have one each. Earlier versions did not note it. */
  readonly namespace?: string;
}

export type Claim =
  | { readonly kind: 'claimed'; release(): Promise<void> }
  | { readonly kind: 'taken'; readonly pid: number };

const KEY = 'owner';
/** A file that its owner touches, for those who can't see the owner's process. */
const BEAT_FILE = 'owner.pid';
const BEAT_MS = 1000;
/** A host may be busy for this long. */
const LONGEST_PAUSE_MS = 10_000;
const LONG_AGO_MS = 60_000;

/**
 * Makes this process the store's one writer. The claim is a record that is replaced in one write transaction only if it is
 * still the one that was looked at, so two starts at the same moment can't both win.
 */
export const claimStore = async (
  root: RootDatabase,
  settings: Database<unknown, string>,
  directory: string
): Promise<Claim> => {
  const self = describeProcess(process.pid);
  const findOwner = (): Owner | undefined => settings.get(KEY) as Owner | undefined;
  const known = findOwner();
  if (known && (await isAlive(known, self, directory))) return { kind: 'taken', pid: known.pid };
  const winner = root.transactionSync((): Owner | undefined => {
    const owner = findOwner();
    if (owner && !isSame(owner, known)) return owner;
    void settings.put(KEY, self);
    return undefined;
  });
  if (winner) return { kind: 'taken', pid: winner.pid };
  const beat = await startBeat(directory);
  return {
    kind: 'claimed',
    async release() {
      await beat.stop();
      settings.removeSync(KEY);
    },
  };
};

/** The pid of a process that has the store, judged without its record, which can't be read. */
export const findBeatingOwner = async (directory: string): Promise<number | undefined> =>
  (await isBeating(directory)) ? Number(findText(join(directory, BEAT_FILE)) ?? 0) : undefined;

const startBeat = async (directory: string): Promise<{ stop(): Promise<void> }> => {
  const path = join(directory, BEAT_FILE);
  const beat = (): Promise<void> => {
    const now = new Date();
    return utimes(path, now, now).catch(() => undefined);
  };
  // A full disk takes no text, but a file without any; the host has to start to say that the disk is full.
  await writeFile(path, String(process.pid), { mode: 0o600 }).catch(() => undefined);
  const timer = setInterval(() => void beat(), BEAT_MS).unref();
  return {
    async stop() {
      clearInterval(timer);
      await rm(path, { force: true });
    },
  };
};

const isAlive = async (owner: Owner, self: Owner, directory: string): Promise<boolean> => {
  if (isSame(owner, self)) return false;
  const isSeen = owner.boot === self.boot && (owner.namespace ?? self.namespace) === self.namespace;
  return isSeen ? isRunning(owner) : isBeating(directory);
};

const isSame = (one: Owner, other: Owner | undefined): boolean =>
  one.pid === other?.pid &&
  one.started === other.started &&
  one.boot === other.boot &&
  one.namespace === other.namespace;

/** Whether the owner touches its file while it is looked at. */
const isBeating = async (directory: string): Promise<boolean> => {
  const findBeat = async (): Promise<number | undefined> =>
    (await stat(join(directory, BEAT_FILE)).catch(() => undefined))?.mtimeMs;
  const first = await findBeat();
  if (first === undefined || Date.now() - first > LONG_AGO_MS) return false;
  for (let waitedMs = 0; waitedMs < LONGEST_PAUSE_MS; waitedMs += BEAT_MS) {
    await delay(BEAT_MS);
    if ((await findBeat()) !== first) return true;
  }
  return false;
};

const describeProcess = (pid: number): Owner => ({
  pid,
  started: findStartTime(pid) ?? '',
  boot: findText('/proc/sys/kernel/random/boot_id') ?? '',
  namespace: findNamespace(),
});

const isRunning = (owner: Owner): boolean => {
  if (owner.boot !== '') {
    const started = findStartTime(owner.pid);
    return started !== undefined && started === owner.started;
  }
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const findNamespace = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};

/** Field 22 of /proc/PID/stat; the name before it may hold blanks and brackets. */
const findStartTime = (pid: number): string | undefined => {
  const stat = findText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
};

const findText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};
