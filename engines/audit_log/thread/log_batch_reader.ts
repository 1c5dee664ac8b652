import type { LogBatch } from '../follow/audit_log_follower';
import type { Caller } from '../records/caller_reader';
import { COLUMN, COLUMNS } from './log_batch_message';
import type { LogBatchMessage } from './log_batch_message';
import type { LogEntry } from '../records/log_entry';

/** Reads what a `LogBatchWriter` in another thread wrote. */
export class LogBatchReader {
  private shared: unknown[] = [];

  read(message: LogBatchMessage): LogBatch {
    const { position, hasMore, isBehind, mayHaveMissed, counts, argsProblems, others } = message;
    if (message.forgetsShared) this.shared = [];
    for (const value of message.newShared) this.shared.push(value);
    const entries: LogEntry[] = [];
    let nextOther = 0;
    const addOthers = (): void => {
      for (;;) {
        const [place, entry] = others[nextOther] ?? [];
        if (entry === undefined || place !== entries.length) return;
        entries.push(entry);
        nextOther++;
      }
    };
    let argsAt = 0;
    for (let index = 0; index < argsProblems.length; index++) {
      addOthers();
      entries.push(this.readExec(message, index, argsAt));
      argsAt += message.numbers[index * COLUMNS + COLUMN.argCount] ?? 0;
    }
    addOthers();
    return { entries, position, hasMore, isBehind, mayHaveMissed, counts };
  }

  private readExec(message: LogBatchMessage, index: number, argsAt: number): LogEntry {
    const { numbers, args, argsProblems } = message;
    const { shared } = this;
    const at = index * COLUMNS;
    const get = (column: number): number => numbers[at + column] ?? 0;
    const regionCount = get(COLUMN.regionCount);
    const memoryRegions: number[] = [];
    for (let region = 0; region < regionCount; region++) {
      memoryRegions.push(get(COLUMN.firstRegion + region));
    }
    return {
      kind: get(COLUMN.isNew) === 1 ? 'exec' : 'known_exec',
      exec: {
        serial: get(COLUMN.serial),
        time: get(COLUMN.time),
        node: shared[get(COLUMN.node)] as string,
        offset: get(COLUMN.offset),
        syscall: {
          succeeded: true,
          isCertain: true,
          pid: get(COLUMN.pid),
          parentPid: get(COLUMN.parentPid),
          memoryRegions,
          caller: shared[get(COLUMN.caller)] as Caller,
        },
        args: args.slice(argsAt, argsAt + get(COLUMN.argCount)),
        argsProblem: argsProblems[index],
        workingDirectory: shared[get(COLUMN.workingDirectory)] as string | undefined,
      },
    };
  }
}
