import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AuditLogFollower } from './audit_log_follower';
import type { LogBatch } from './audit_log_follower';
import type { LogReaderOptions } from '../records/log_reader';
import type { LogStart } from './open_log_cursor';

/** Looked at this often where the system doesn't tell of changes; also the longest a change goes unnoticed. */
const POLL_INTERVAL_MS = 100;
/** Without new execs the position is given after this much of the log, so that a restart need not read it again. */
const LONGEST_WAY_WITHOUT_POSITION = 4 * 1024 * 1024;

/**
 * Follows an audit log until `signal` aborts, and gives what it tells in batches; those worth storing with their position.
 * Throws what opening or reading throws (no permission, no such folder); a log that doesn't exist yet is waited for.
 */
export async function* followAuditLog(
  start: LogStart,
  options: LogReaderOptions,
  signal: AbortSignal
): AsyncGenerator<LogBatch, void, undefined> {
  const follower = new AuditLogFollower(start, options);
  const alarm = createAlarm(start.path, signal);
  let positionAt = 0;
  let kept = start.position;
  let useless = 0;
  try {
    while (!signal.aborted) {
      const batch = await follower.poll(performance.now());
      const way = follower.stats.bytes - positionAt;
      const hasNews = batch.mayHaveMissed || batch.entries.some(({ kind }) => kind === 'exec');
      // What was given from behind the position is behind it no more: the next start need not read that again.
      const isSettled = (kept?.given.length ?? 0) > 0 && batch.position?.given.length === 0;
      if (hasNews || isSettled || way > LONGEST_WAY_WITHOUT_POSITION) {
        positionAt = follower.stats.bytes;
        kept = batch.position;
        yield batch;
      } else if (batch.entries.length > 0 || toUseless(batch) > useless) {
        yield { ...batch, position: undefined };
      }
      useless = toUseless(batch);
      if (!batch.hasMore) await alarm.next();
    }
  } finally {
    alarm.stop();
    await follower.close();
  }
}

const toUseless = ({ counts }: LogBatch): number => counts.malformedLines + counts.strayRecords;

interface Alarm {
  /** Resolves when the log has changed, the interval is over or the signal aborts. */
  next(): Promise<void>;
  stop(): void;
}

const createAlarm = (path: string, signal: AbortSignal): Alarm => {
  let hasRung = false;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    hasRung = true;
    wake?.();
  };
  const stopWatching = watchFolder(path, ring);
  signal.addEventListener('abort', ring);
  return {
    next: async () => {
      if (!hasRung) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, POLL_INTERVAL_MS);
        });
        clearTimeout(timer);
      }
      hasRung = false;
    },
    stop: () => {
      signal.removeEventListener('abort', ring);
      stopWatching();
    },
  };
};

/** The folder, because the file is another one after each rotation. Where watching fails, polling has to do. */
const watchFolder = (path: string, onChange: () => void): (() => void) => {
  const name = basename(path);
  try {
    const watcher = watch(dirname(path), (_event, changed) => {
      if (changed === null || changed.startsWith(name)) onChange();
    });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
};
