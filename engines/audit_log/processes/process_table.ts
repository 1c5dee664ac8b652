import { createHash } from 'node:crypto';
import type { Exec } from '../records/exec';
import type { Identity } from '../records/identity';
import { MOST_ANCESTORS, isInferred, toAncestry, toWeight } from './known_process';
import type { Evidence, KnownProcess } from './known_process';
import { toProgram } from './program';
import type { Program } from './program';
import { RecentMap } from '../recent_map';
import type { RunningProcess } from './running_process';
import { toIsoTime } from './to_iso_time';

/** Bytes of processes remembered from the log: those of ten thousands of execs, more than a usual pid space. */
const CAPACITY = 32 * 1024 * 1024;
/** Start times are rounded to 10 ms, audit's clock lags up to 4 ms (10 ms at 100 Hz). */
const CLOCK_TOLERANCE_MS = 20;

/**
 * The processes of one host over time, by pid. The log has no exits, so what was not mentioned for long is forgotten
 * (bounded by number); listed processes stay. A pid stands for its latest process that had started by then.
 */
export class ProcessTable {
  private readonly fromLog = new RecentMap<number, KnownProcess>(CAPACITY, toWeight);
  private readonly byExecutable = new RecentMap<string, KnownProcess>(CAPACITY / 16, toWeight);
  private readonly listed = new Map<number, KnownProcess>();
  private readonly idPrefix: string;

  constructor(hostId: string, running: readonly RunningProcess[]) {
    this.idPrefix = createHash('sha256').update(hostId).digest('hex').slice(0, 12);
    const byPid = new Map(running.map((process) => [process.pid, process]));
    for (const process of running) {
      const known = this.toListed(process, this.toListedAncestry(process, byPid));
      this.listed.set(process.pid, known);
      if (process.executable !== undefined) this.byExecutable.set(process.executable, known);
    }
  }

  /** The process that had `pid` at `time`. */
  find(pid: number, time: number): KnownProcess | undefined {
    const logged = this.fromLog.get(pid);
    const listed = this.listed.get(pid);
    if (!listed || listed.startedAt > time + CLOCK_TOLERANCE_MS) return logged;
    return logged && logged.startedAt >= listed.startedAt ? logged : listed;
  }

  /** The process that last exec'ed `executable`, or was listed with it. */
  findByExecutable(executable: string): KnownProcess | undefined {
    return this.byExecutable.get(executable);
  }

  /** Adds a process that /proc shows now; undefined when it started after `time`, so is another of the same pid. */
  addRunning(process: RunningProcess, time: number): KnownProcess | undefined {
    if (process.startedAt > time + CLOCK_TOLERANCE_MS) return undefined;
    const known = this.toListed(process, toAncestry(this.find(process.parentPid, time)));
    this.remember(known);
    return known;
  }

  /** Records a successful exec. `previous`: the same process before it, which keeps its id and start. */
  addExec(
    exec: Exec,
    parent: KnownProcess | undefined,
    previous: KnownProcess | undefined
  ): KnownProcess {
    const { syscall, time } = exec;
    const startedAt = previous?.startedAt ?? time;
    const known: KnownProcess = {
      pid: syscall.pid,
      parentPid: syscall.parentPid,
      entityId: previous?.entityId ?? this.toEntityId(syscall.pid, startedAt),
      startedAt,
      start: previous?.start ?? toIsoTime(time),
      seenAt: time,
      evidence: 'exec',
      program: toProgram({
        executable: syscall.caller.executable,
        isDeleted: syscall.caller.isDeleted,
        comm: syscall.caller.comm,
        args: exec.args,
        workingDirectory: exec.workingDirectory,
        interactive: syscall.caller.tty !== undefined,
      }),
      user: syscall.caller.user,
      session: syscall.caller.session,
      ancestry: toAncestry(parent),
      parentFields: undefined,
      childAncestry: undefined,
      memoryAreas: undefined,
    };
    this.remember(known);
    return known;
  }

  /** Records a process that the log shows without its exec. */
  addInferred(inferred: {
    readonly pid: number;
    readonly parentPid: number;
    readonly time: number;
    readonly evidence: Evidence;
    readonly program: Program;
    readonly user: Identity;
    readonly session: number | undefined;
  }): KnownProcess {
    const { pid, parentPid, time, evidence, program, user, session } = inferred;
    const known: KnownProcess = {
      pid,
      parentPid,
      evidence,
      program,
      user,
      session,
      entityId: this.toEntityId(pid, time),
      startedAt: time,
      start: toIsoTime(time),
      seenAt: time,
      ancestry: toAncestry(this.find(parentPid, time)),
      parentFields: undefined,
      childAncestry: undefined,
      memoryAreas: undefined,
    };
    this.remember(known);
    return known;
  }

  get listedProcesses(): readonly KnownProcess[] {
    return [...this.listed.values()];
  }

  get size(): number {
    return this.fromLog.size + this.listed.size;
  }

  /** Unique per event on this host, and the same each time the log is read. */
  toEventId(exec: Exec): string {
    return `${this.idPrefix}-${toShortText(exec.time)}-${String(exec.serial)}`;
  }

  private remember(process: KnownProcess): void {
    this.fromLog.set(process.pid, process);
    const { executable } = process.program;
    if (executable !== undefined && !isInferred(process))
      this.byExecutable.set(executable, process);
  }

  /** From the list alone, because a process may be listed before its parent. */
  private toListedAncestry(
    process: RunningProcess,
    byPid: ReadonlyMap<number, RunningProcess>
  ): readonly string[] {
    const ids: string[] = [];
    let parent = byPid.get(process.parentPid);
    while (parent && ids.length < MOST_ANCESTORS) {
      ids.push(this.toEntityId(parent.pid, parent.startedAt));
      parent = byPid.get(parent.parentPid);
    }
    return ids;
  }

  private toListed(process: RunningProcess, ancestry: readonly string[]): KnownProcess {
    return {
      pid: process.pid,
      parentPid: process.parentPid,
      entityId: this.toEntityId(process.pid, process.startedAt),
      startedAt: process.startedAt,
      start: toIsoTime(process.startedAt),
      seenAt: process.startedAt,
      evidence: 'listed',
      program: toProgram(process),
      user: process.user,
      session: undefined,
      ancestry,
      parentFields: undefined,
      childAncestry: undefined,
      memoryAreas: undefined,
    };
  }

  private toEntityId(pid: number, startedAt: number): string {
    return `${this.idPrefix}-${pid.toString(36)}-${toShortText(startedAt)}`;
  }
}

let lastTime = Number.NaN;
let lastText = '';

/** `time.toString(36)`, faster where many share their moment, as in a busy log. */
const toShortText = (time: number): string => {
  if (time !== lastTime) {
    lastTime = time;
    lastText = time.toString(36);
  }
  return lastText;
};
