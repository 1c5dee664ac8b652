import { readFileSync } from 'node:fs';
import type { Database, RootDatabase } from 'lmdb';

/** A process that cannot be mistaken for a later one with the same pid. */
interface Owner {
  readonly pid: number;
  /** Start time of the process in clock ticks since boot, and the boot; empty where there is no /proc. */
  readonly started: string;
  readonly boot: string;
}

export type Claim =
  { readonly kind: 'claimed'; release(): void } | { readonly kind: 'taken'; readonly pid: number };

const KEY = 'owner';

/**
 * Makes this process the store's one writer. The claim is a record that is read and replaced in one write transaction,
 * so two starts at the same moment can't both win, and a claim of a process that no longer runs counts for nothing.
 */
export const claimStore = (root: RootDatabase, settings: Database<unknown, string>): Claim => {
  const self = describeProcess(process.pid);
  const holder = root.transactionSync((): Owner | undefined => {
    const owner = settings.get(KEY) as Owner | undefined;
    if (owner && owner.pid !== self.pid && isRunning(owner)) return owner;
    void settings.put(KEY, self);
    return undefined;
  });
  if (holder) return { kind: 'taken', pid: holder.pid };
  return { kind: 'claimed', release: () => void settings.removeSync(KEY) };
};

const describeProcess = (pid: number): Owner => ({
  pid,
  started: findStartTime(pid) ?? '',
  boot: findText('/proc/sys/kernel/random/boot_id') ?? '',
});

const isRunning = (owner: Owner): boolean => {
  const now = describeProcess(owner.pid);
  if (now.boot !== owner.boot) return false;
  if (now.boot !== '') return now.started !== '' && now.started === owner.started;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
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
