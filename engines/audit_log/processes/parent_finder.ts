import type { ExecAttempt } from '../records/exec';
import { findSoleServer } from './find_sole_server';
import type { Evidence, KnownProcess } from './known_process';
import type { LayoutMatch, MemoryLayouts } from './memory_layouts';
import type { ParentPrecedents } from './parent_precedents';
import type { ProcessTable } from './process_table';
import { RecentMap } from '../recent_map';
import type { RunningProcess } from './running_process';

/** Asks the running system for one process; undefined when it has gone. */
export type FindRunningProcess = (pid: number) => RunningProcess | undefined;

/** How far below an unseen process's pid, and how long ago, its program is looked for. */
const NEAR = { pids: 32, ageMs: 10_000 };
/** A server forks its workers when it starts, and they may wait long for what makes them start a program. */
const SERVER = { pids: 32, ageMs: Number.POSITIVE_INFINITY };
const NEXT = { pids: 4, ageMs: 500 };
/** From this age on, an exec under the same pid by another program is taken for a new process. */
const LONGEST_PAUSE_BETWEEN_EXECS_MS = 10 * 60_000;
/** Pids are given out in turn, so none comes back at once. */
const SHORTEST_PID_REUSE_MS = 1_000;
/** A parent unseen for so long is looked up again while the system can be asked. */
const RECHECK_AFTER_MS = 60_000;

/** The processes around an exec. */
export interface Placement {
  /** Undefined for the kernel's own, for a first process nobody listed, and where nothing tells. */
  readonly parent: KnownProcess | undefined;
  /** The process that execs here once more; undefined when the pid begins a new process. */
  readonly previous: KnownProcess | undefined;
}

/**
 * Answers who started a process. The parent's pid is in the log; which process had that pid may not be, because forks
 * are not logged: then the running system is asked, and last the parent is inferred.
 */
export class ParentFinder {
  private readonly table: ProcessTable;
  private readonly layouts: MemoryLayouts;
  private readonly precedents: ParentPrecedents;
  private readonly findRunning: FindRunningProcess | undefined;
  /** By user: the list doesn't change. */
  private readonly soleServers = new RecentMap<string, { server: KnownProcess | undefined }>(64);

  constructor(
    table: ProcessTable,
    layouts: MemoryLayouts,
    precedents: ParentPrecedents,
    findRunning: FindRunningProcess | undefined
  ) {
    this.table = table;
    this.layouts = layouts;
    this.precedents = precedents;
    this.findRunning = findRunning;
  }

  place(exec: ExecAttempt): Placement {
    const layout = this.layouts.find(exec.syscall.memoryRegions);
    // Orphans get the first process for a parent, whoever forked them.
    const canInfer = exec.syscall.parentPid > 1;
    const parent =
      this.findKnown(exec, layout) ?? (canInfer ? this.infer(exec, layout) : undefined);
    return { parent, previous: this.findPrevious(exec, parent, layout) };
  }

  /** The parent for an exec in vain: the caller still is what its parent forked, so both run the same program. */
  findParentOfFailed(exec: ExecAttempt): KnownProcess | undefined {
    const layout = this.layouts.find(exec.syscall.memoryRegions);
    const known = this.findKnown(exec, layout);
    const { parentPid, caller } = exec.syscall;
    const { executable } = caller;
    if (known || parentPid <= 1 || executable === undefined) return known;
    if (layout) return this.addFork(exec, layout.process, 'memory_layout');
    const model = this.table.findByExecutable(executable);
    return model && this.addFork(exec, model, 'failed_exec');
  }

  private findKnown(exec: ExecAttempt, layout: LayoutMatch | undefined): KnownProcess | undefined {
    const pid = exec.syscall.parentPid;
    const known = this.table.find(pid, exec.time);
    if (known && !this.isReplaced(known, exec, layout)) return known;
    const running = pid === 0 ? undefined : this.findRunning?.(pid);
    return running && this.table.addRunning(running, exec.time);
  }

  /** Whether `known` gave its pid to another process meanwhile: the caller's memory is that of another program. */
  private isReplaced(
    known: KnownProcess,
    exec: ExecAttempt,
    layout: LayoutMatch | undefined
  ): boolean {
    const age = exec.time - known.seenAt;
    if (age < SHORTEST_PID_REUSE_MS || !layout || adoptsOrphans(known)) return false;
    if (isSameProgram(layout.process, known)) return false;
    const previous = this.table.find(exec.syscall.pid, exec.time);
    const isSecondExec =
      previous?.parentPid === known.pid && isSameProgram(layout.process, previous);
    return !isSecondExec && (layout.regions > 1 || age > RECHECK_AFTER_MS);
  }

  private findPrevious(
    exec: ExecAttempt,
    parent: KnownProcess | undefined,
    layout: LayoutMatch | undefined
  ): KnownProcess | undefined {
    const { syscall, time } = exec;
    const previous = this.table.find(syscall.pid, time);
    if (!previous) return undefined;
    const wasAdopted = syscall.parentPid === 1;
    if (previous.parentPid !== syscall.parentPid && !wasAdopted) return undefined;
    const caller = layout?.process;
    // The caller still is a mere fork of its parent, or of another fork of the same program.
    if (parent && caller && caller.pid !== syscall.pid) {
      const isSibling = caller.parentPid === parent.parentPid && isSameProgram(caller, parent);
      if (caller.pid === parent.pid || isSibling) return undefined;
    }
    const isRestart = previous.program.executable === syscall.caller.executable;
    const pause = time - previous.seenAt;
    return isRestart || pause <= LONGEST_PAUSE_BETWEEN_EXECS_MS ? previous : undefined;
  }

  /** The evidence that was wrong least often on recorded hosts comes first. */
  private infer(exec: ExecAttempt, layout: LayoutMatch | undefined): KnownProcess | undefined {
    if (layout && layout.process.pid !== exec.syscall.pid) {
      return this.addFork(exec, layout.process, 'memory_layout');
    }
    const isRelative = (process: KnownProcess): boolean => isRelated(process, exec);
    const isServing = (process: KnownProcess): boolean => isServer(process, exec);
    const shell = this.findNeighbour(
      exec,
      NEXT,
      (process) => isShell(process) && isRelative(process)
    );
    if (shell) return this.addFork(exec, shell, 'neighbour');
    const precedent = this.precedents.find(exec);
    const model = precedent === undefined ? undefined : this.table.findByExecutable(precedent);
    if (model) return this.addFork(exec, model, 'precedent');
    const neighbour =
      this.findNeighbour(
        exec,
        NEAR,
        (process) => this.startsPrograms(process) && (isRelative(process) || isServing(process))
      ) ??
      this.findNeighbour(exec, NEXT) ??
      this.findNeighbour(exec, SERVER, isServing);
    if (neighbour) return this.addFork(exec, neighbour, 'neighbour');
    const server = this.findSoleServer(exec.syscall.caller.realUser.id);
    const isEarlier = server && server.startedAt <= exec.time;
    return isEarlier ? this.addFork(exec, server, 'sole_server') : undefined;
  }

  private findSoleServer(userId: string): KnownProcess | undefined {
    const known = this.soleServers.get(userId);
    if (known) return known.server;
    const server = findSoleServer(this.table.listedProcesses, userId);
    this.soleServers.set(userId, { server });
    return server;
  }

  /** Adds the unseen parent as a fork of `model` or, when that is itself only a fork, of the same process. */
  private addFork(exec: ExecAttempt, model: KnownProcess, evidence: Evidence): KnownProcess {
    const { syscall, time } = exec;
    return this.table.addInferred({
      pid: syscall.parentPid,
      parentPid: this.isFork(model, time) ? model.parentPid : model.pid,
      time,
      evidence,
      program: model.program,
      user: syscall.caller.realUser,
      session: syscall.caller.session,
    });
  }

  private isFork(process: KnownProcess, time: number): boolean {
    if (process.evidence === 'exec') return false;
    const parent = this.table.find(process.parentPid, time);
    return parent !== undefined && isSameProgram(parent, process);
  }

  private startsPrograms(process: KnownProcess): boolean {
    return isShell(process) || this.precedents.isParent(process.program.executable);
  }

  /** The process next below the unseen one: pids are given out in turn, and forks follow their program's exec. */
  private findNeighbour(
    { syscall, time }: ExecAttempt,
    reach: { readonly pids: number; readonly ageMs: number },
    isFit: (process: KnownProcess) => boolean = () => true
  ): KnownProcess | undefined {
    for (let distance = 1; distance <= reach.pids; distance++) {
      const process = this.table.find(syscall.parentPid - distance, time);
      if (!process || time - process.seenAt > reach.ageMs) continue;
      if (process.session !== syscall.caller.session) continue;
      if (this.layouts.isForeign(syscall.memoryRegions, process)) continue;
      if (isFit(process)) return process;
    }
    return undefined;
  }
}

/** Shells fork for what stands in brackets or after a pipe; hardly another program forks a child that starts others. */
const isShell = ({ program }: KnownProcess): boolean =>
  program.name !== undefined && /^(ba|da|z|k|c|tc|fi)?sh$/.test(program.name);

/** What becomes the parent of processes whose own has ended, and so shares no memory with them. */
const adoptsOrphans = ({ pid, program }: KnownProcess): boolean =>
  pid === 1 || (program.name !== undefined && ORPHANAGES.test(program.name));

const ORPHANAGES = /^(systemd|containerd-shim.*|conmon|tini|dumb-init|catatonit|docker-init)$/;

/** Of the same user and folder as what it would have started. */
const isRelated = (
  { user, program }: KnownProcess,
  { syscall, workingDirectory }: ExecAttempt
): boolean =>
  user.id === syscall.caller.realUser.id && program.working_directory === workingDirectory;

const isServer = ({ program, parentPid, user }: KnownProcess, { syscall }: ExecAttempt): boolean =>
  (parentPid === 1 || program.executable?.includes('/sbin/') === true) &&
  (user.id === '0' || user.id === syscall.caller.realUser.id);

const isSameProgram = (one: KnownProcess, other: KnownProcess): boolean =>
  one.program.executable === other.program.executable;
