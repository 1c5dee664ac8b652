import type { LogBatch } from '../follow/audit_log_follower';
import type { Exec } from '../records/exec';
import { COLUMN, COLUMNS, MOST_REGIONS } from './log_batch_message';
import type { LogBatchMessage } from './log_batch_message';
import type { LogEntry } from '../records/log_entry';

/** More than most hosts have callers and folders, and no more memory than long names of an attacker may take. */
const MOST_SHARED = 5_000;

/** Writes batches for another thread, whose `LogBatchReader` reads them in the same order. */
export class LogBatchWriter {
  private readonly places = new Map<unknown, number>();
  private newShared: unknown[] = [];

  write({ entries, ...state }: LogBatch): LogBatchMessage {
    const forgetsShared = this.places.size > MOST_SHARED;
    if (forgetsShared) this.places.clear();
    const numbers = new Float64Array(entries.length * COLUMNS);
    const args: string[] = [];
    const argsProblems: (string | undefined)[] = [];
    const others: [number, LogEntry][] = [];
    let at = 0;
    entries.forEach((entry, place) => {
      if (entry.kind !== 'exec' && entry.kind !== 'known_exec') {
        others.push([place, entry]);
        return;
      }
      numbers[at + COLUMN.isNew] = Number(entry.kind === 'exec');
      this.writeNumbers(numbers, at, entry.exec);
      at += COLUMNS;
      for (const arg of entry.exec.args) args.push(arg);
      argsProblems.push(entry.exec.argsProblem);
    });
    const { newShared } = this;
    this.newShared = [];
    return { ...state, numbers, args, argsProblems, others, newShared, forgetsShared };
  }

  private writeNumbers(numbers: Float64Array, at: number, exec: Exec): void {
    const { pid, parentPid, memoryRegions, caller } = exec.syscall;
    numbers[at + COLUMN.serial] = exec.serial;
    numbers[at + COLUMN.time] = exec.time;
    numbers[at + COLUMN.offset] = exec.offset;
    numbers[at + COLUMN.pid] = pid;
    numbers[at + COLUMN.parentPid] = parentPid;
    numbers[at + COLUMN.node] = this.share(exec.node);
    numbers[at + COLUMN.caller] = this.share(caller);
    numbers[at + COLUMN.workingDirectory] = this.share(exec.workingDirectory);
    numbers[at + COLUMN.argCount] = exec.args.length;
    const regionCount = Math.min(memoryRegions.length, MOST_REGIONS);
    numbers[at + COLUMN.regionCount] = regionCount;
    for (let region = 0; region < regionCount; region++) {
      numbers[at + COLUMN.firstRegion + region] = memoryRegions[region] ?? 0;
    }
  }

  /** The place of a value in the list that both threads have. */
  private share(value: unknown): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(value, place);
    this.newShared.push(value);
    return place;
  }
}
