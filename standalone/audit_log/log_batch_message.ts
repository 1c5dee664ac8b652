import type { LogBatch } from './audit_log_follower';
import type { Caller } from './caller_reader';
import type { Exec } from './exec';
import type { LogEntry } from './log_entry';

/**
 * A batch on its way to another thread. Execs go in columns, because copying an object for each would cost as much as
 * reading it from the log did.
 */
export interface LogBatchMessage extends Omit<LogBatch, 'entries'> {
  /** `NUMBERS` numbers for each exec. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly nodes: readonly string[];
  /** Callers are shared by many execs, and then cross once. */
  readonly callers: readonly Caller[];
  readonly workingDirectories: readonly (string | undefined)[];
  /** Those of all execs, one after the other. */
  readonly args: readonly string[];
  readonly argsProblems: readonly (string | undefined)[];
  /** The other entries, each with its place among all. */
  readonly others: readonly (readonly [place: number, entry: LogEntry])[];
}

const MOST_REGIONS = 3;
const NUMBERS = 8 + MOST_REGIONS;

export const toLogBatchMessage = ({ entries, ...state }: LogBatch): LogBatchMessage => {
  const numbers = new Float64Array(entries.length * NUMBERS);
  const nodes: string[] = [];
  const callers: Caller[] = [];
  const workingDirectories: (string | undefined)[] = [];
  const args: string[] = [];
  const argsProblems: (string | undefined)[] = [];
  const others: [number, LogEntry][] = [];
  let at = 0;
  entries.forEach((entry, place) => {
    if (entry.kind !== 'exec' && entry.kind !== 'known_exec') {
      others.push([place, entry]);
      return;
    }
    const { exec } = entry;
    const { pid, parentPid, memoryRegions, caller } = exec.syscall;
    numbers[at++] = Number(entry.kind === 'exec');
    numbers[at++] = exec.serial;
    numbers[at++] = exec.time;
    numbers[at++] = exec.offset;
    numbers[at++] = pid;
    numbers[at++] = parentPid;
    numbers[at++] = exec.args.length;
    numbers[at++] = memoryRegions.length;
    for (let region = 0; region < MOST_REGIONS; region++) {
      numbers[at++] = memoryRegions[region] ?? 0;
    }
    nodes.push(exec.node);
    callers.push(caller);
    workingDirectories.push(exec.workingDirectory);
    for (const arg of exec.args) args.push(arg);
    argsProblems.push(exec.argsProblem);
  });
  return { ...state, numbers, nodes, callers, workingDirectories, args, argsProblems, others };
};

export const fromLogBatchMessage = (message: LogBatchMessage): LogBatch => {
  const { position, hasMore, isBehind, mayHaveMissed, nodes, others } = message;
  const entries: LogEntry[] = [];
  let nextOther = 0;
  let argsAt = 0;
  const addOthers = (): void => {
    for (;;) {
      const [place, entry] = others[nextOther] ?? [];
      if (entry === undefined || place !== entries.length) return;
      entries.push(entry);
      nextOther++;
    }
  };
  for (let index = 0; index < nodes.length; index++) {
    addOthers();
    const { kind, exec } = toExecEntry(message, index, argsAt);
    argsAt += exec.args.length;
    entries.push({ kind, exec });
  }
  addOthers();
  return { entries, position, hasMore, isBehind, mayHaveMissed };
};

const toExecEntry = (
  message: LogBatchMessage,
  index: number,
  argsAt: number
): { kind: 'exec' | 'known_exec'; exec: Exec } => {
  const { numbers, callers, args } = message;
  const at = index * NUMBERS;
  const read = (column: number): number => numbers[at + column] ?? 0;
  const regionCount = read(7);
  const memoryRegions: number[] = [];
  for (let region = 0; region < regionCount; region++) memoryRegions.push(read(8 + region));
  return {
    kind: read(0) === 1 ? 'exec' : 'known_exec',
    exec: {
      serial: read(1),
      time: read(2),
      node: message.nodes[index] ?? '',
      offset: read(3),
      syscall: {
        succeeded: true,
        pid: read(4),
        parentPid: read(5),
        memoryRegions,
        caller: callers[index] as Caller,
      },
      args: args.slice(argsAt, argsAt + read(6)),
      argsProblem: message.argsProblems[index],
      workingDirectory: message.workingDirectories[index],
    },
  };
};
