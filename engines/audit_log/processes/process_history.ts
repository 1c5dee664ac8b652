import type { Exec } from '../records/exec';
import type { KnownProcess } from './known_process';
import { MemoryLayouts } from './memory_layouts';
import { ParentFinder } from './parent_finder';
import type { FindRunningProcess } from './parent_finder';
import { ParentPrecedents } from './parent_precedents';
import type { ExecSyscallRecord } from '../records/parse_exec_syscall';
import { toProgram } from './program';
import type { Program } from './program';
import { ProcessTable } from './process_table';
import type { RunningProcess } from './running_process';
import type { UserRecord } from '../records/parse_user_record';

/** An exec with the processes on both sides of it. */
export interface PlacedExec {
  readonly process: KnownProcess;
  readonly parent: KnownProcess | undefined;
}

/** What one host's log tells about its processes, fed in the order of the log. */
export class ProcessHistory {
  readonly table: ProcessTable;
  private readonly layouts = new MemoryLayouts();
  private readonly precedents = new ParentPrecedents();
  private readonly parents: ParentFinder;

  constructor(
    hostId: string,
    running: readonly RunningProcess[],
    findRunning: FindRunningProcess | undefined
  ) {
    this.table = new ProcessTable(hostId, running);
    this.parents = new ParentFinder(this.table, this.layouts, this.precedents, findRunning);
  }

  addExec(exec: Exec): PlacedExec {
    const { parent, previous } = this.parents.place(exec);
    const caller = previous ?? parent;
    if (caller) this.layouts.remember(exec.syscall.memoryRegions, caller);
    const { executable } = parent?.program ?? {};
    if (executable !== undefined) {
      this.precedents.remember(exec, executable, parent?.evidence !== 'exec');
    }
    return { process: this.table.addExec(exec, parent, previous), parent };
  }

  /** A process that tried to exec in vain shows its program and parent. */
  addFailedExec(syscall: ExecSyscallRecord, time: number): void {
    const { pid, parentPid, caller } = syscall;
    const { executable, user, session } = caller;
    const parent = this.parents.findParentOfFailed({ syscall, time, workingDirectory: undefined });
    const isFork = parent?.program.executable === executable;
    const known = this.table.find(pid, time);
    const isKnown = known?.parentPid === parentPid && known.program.executable === executable;
    const process = isKnown
      ? known
      : this.table.addInferred({
          pid,
          parentPid,
          time,
          evidence: 'failed_exec',
          program: this.toForkedProgram(executable, parent),
          user,
          session,
        });
    this.layouts.remember(syscall.memoryRegions, isFork && parent ? parent : process);
  }

  /** A process that reports to audit itself (login, cron, sudo) shows its program. */
  addUserRecord(record: UserRecord, time: number): void {
    const known = this.table.find(record.pid, time);
    if (known?.program.executable === record.executable) return;
    const parent = this.table.findByExecutable(record.executable);
    this.table.addInferred({
      pid: record.pid,
      parentPid: parent?.pid ?? 0,
      time,
      evidence: 'user_record',
      program: this.toForkedProgram(record.executable, parent),
      user: record.user,
      session: record.session,
    });
  }

  private toForkedProgram(
    executable: string | undefined,
    parent: KnownProcess | undefined
  ): Program {
    if (parent && parent.program.executable === executable) return parent.program;
    const other = executable === undefined ? undefined : this.table.findByExecutable(executable);
    return other?.program ?? toProgram({ executable, args: [] });
  }
}
