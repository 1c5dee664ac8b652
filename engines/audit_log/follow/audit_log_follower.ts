import type { LogCounts, LogStats } from '../audit_stats';
import { toExecKey } from '../records/assembly/pending_exec';
import type { ExecKey } from '../records/assembly/pending_exec';
import type { Exec } from '../records/exec';
import type { LogEntry } from '../records/log_entry';
import type { LogPosition } from './log_position';
import { LogReader } from '../records/log_reader';
import type { LogReaderOptions } from '../records/log_reader';
import { openLogCursor } from './open_log_cursor';
import type { LogStart, OpenedLog } from './open_log_cursor';

export interface LogBatch {
  readonly entries: readonly LogEntry[];
  /**
   * Store it together with the events of `entries`: a follower that starts from here gives exactly the execs not given so far as
   * new ones. Undefined while the log doesn't exist.
   */
  readonly position: LogPosition | undefined;
  /** It is worth reading on at once. */
  readonly hasMore: boolean;
  /** More than this is in the log already. */
  readonly isBehind: boolean;
  /** Part of the log went away before it was read; the events in it, if any, are lost. */
  readonly mayHaveMissed: boolean;
  /** Of all that was read so far. */
  readonly counts: LogCounts;
}

/** How long an event may wait for records while nothing at all is written. */
const LONGEST_SILENCE_MS = 1_000;

/**
 * Follows a live audit log by being polled. Started from a position, it reads a little before it first, and gives the
 * execs there as known ones, so that the processes known then are known again.
 */
export class AuditLogFollower {
  private readonly start: LogStart;
  private readonly log: LogReader;
  private opened: OpenedLog | undefined;
  /** Execs given though reading would have to begin before them. */
  private given: { key: ExecKey; offset: number }[] = [];
  /** The same of the run before, until they are read again. */
  private readonly givenBefore: Set<ExecKey>;
  private lastNewsAt = 0;

  constructor(start: LogStart, options: LogReaderOptions) {
    this.start = start;
    this.log = new LogReader(options);
    this.givenBefore = new Set(start.position?.given);
  }

  /** Line numbers and counts include what was read before the start. */
  get stats(): Readonly<LogStats> {
    return this.log.stats;
  }

  /** Reads at most 1 MiB. `now`: milliseconds of any clock that goes on. Not to be called again before it resolves. */
  async poll(now: number): Promise<LogBatch> {
    const isFirst = this.opened === undefined;
    this.opened ??= await openLogCursor(this.start);
    const step = await this.opened.cursor.step();
    const mayHaveMissed = isFirst && this.opened.mayHaveMissed;
    if (step.kind === 'idle') {
      const isSilent = this.log.hasPending && now - this.lastNewsAt >= LONGEST_SILENCE_MS;
      const read = isSilent ? this.log.finishPending() : [];
      return this.toBatch(read, { hasMore: false, isBehind: false, mayHaveMissed });
    }
    this.lastNewsAt = now;
    if (step.kind === 'bytes') {
      const { bytes, isBehind } = step;
      return this.toBatch(this.log.push(bytes), { hasMore: true, isBehind, mayHaveMissed });
    }
    const read = step.isCopy ? [] : this.log.endFile();
    const missed = mayHaveMissed || step.mayHaveMissed;
    return this.toBatch(read, { hasMore: true, isBehind: false, mayHaveMissed: missed });
  }

  async close(): Promise<void> {
    await this.opened?.cursor.close();
  }

  private toBatch(
    read: readonly LogEntry[],
    state: Pick<LogBatch, 'hasMore' | 'isBehind' | 'mayHaveMissed'>
  ): LogBatch {
    const entries = read.map((entry): LogEntry =>
      entry.kind === 'exec' && !this.isNew(entry.exec) ? { ...entry, kind: 'known_exec' } : entry
    );
    const { lines, records, malformedLines, malformed, strayRecords } = this.log.stats;
    const counts = { lines, records, malformedLines, malformed, strayRecords };
    return { entries, position: this.toPosition(), counts, ...state };
  }

  private isNew({ node, serial, offset }: Exec): boolean {
    if (offset < (this.opened?.firstNew ?? 0)) return false;
    const key = toExecKey(node, serial);
    this.given.push({ key, offset });
    return !this.givenBefore.delete(key);
  }

  private toPosition(): LogPosition | undefined {
    if (!this.opened) return this.start.position;
    const { cursor, firstNew } = this.opened;
    if (this.log.stats.bytes < firstNew) return this.start.position;
    const safe = Math.max(this.log.safeOffset, firstNew);
    this.given = this.given.filter(({ offset }) => offset >= safe);
    cursor.forgetBefore(safe);
    const place = cursor.locate(safe);
    return place && { ...place, given: [...this.givenBefore, ...this.given.map(({ key }) => key)] };
  }
}
